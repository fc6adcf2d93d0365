'use client'

import { useSyncExternalStore } from 'react'

/** What only the browser knows and what does not change there; `onServer` while the page is made, so that both print the same at first. */
export function useClientValue<T>(read: () => T, onServer: () => T): T {
  return useSyncExternalStore(subscribeToNothing, read, onServer)
}

function subscribeToNothing(): () => void {
  return () => undefined
}
