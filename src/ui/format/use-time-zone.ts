'use client'

import { useSyncExternalStore } from 'react'

/** The time zone of this device; UTC while the server renders, so that both print the same at first. */
export function useTimeZone(): string {
  return useSyncExternalStore(subscribeToNothing, readTimeZone, () => 'UTC')
}

function subscribeToNothing(): () => void {
  return () => undefined
}

function readTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
