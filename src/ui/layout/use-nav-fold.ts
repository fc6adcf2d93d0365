'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function readFold(): boolean {
  return document.cookie.includes('berth-nav=folded')
}

function writeFold(folded: boolean): void {
  // A cookie rather than local storage: the server can read it and send the navigation folded.
  document.cookie = `berth-nav=${folded ? 'folded' : 'wide'}; path=/; max-age=31536000; samesite=lax`
  for (const listener of listeners) listener()
}

/** Whether the navigation is folded to icons, remembered for a year in the `berth-nav` cookie, and its setter. */
export function useNavFold(onServer: boolean): [boolean, (folded: boolean) => void] {
  const folded = useSyncExternalStore(subscribe, readFold, () => onServer)
  return [folded, writeFold]
}
