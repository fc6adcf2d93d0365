'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
/** For browsers that refuse to store anything: kept until the page is left. */
const held = new Map<string, string>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function readKept(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return held.get(key) ?? ''
  }
}

function writeKept(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    held.set(key, text)
  }
  for (const listener of listeners) listener()
}

/**
 * A text that this browser remembers, the same in all its tabs; empty before anything was chosen and on the server.
 * Without a name nothing is remembered.
 */
export function useRemembered(name: string | undefined): [string, (text: string) => void] {
  const key = name === undefined ? undefined : `berth.${name}`
  const text = useSyncExternalStore(
    subscribe,
    () => (key === undefined ? '' : readKept(key)),
    () => '',
  )
  const remember = useCallback(
    (next: string) => {
      if (key !== undefined) writeKept(key, next)
    },
    [key],
  )
  return [text, remember]
}
