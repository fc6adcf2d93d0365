'use client'

import { useClientValue } from '../use-client-value.ts'

/** The time zone of this device; UTC while the server renders, so that both print the same at first. */
export function useTimeZone(): string {
  return useClientValue(readTimeZone, () => 'UTC')
}

function readTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
