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

const PREFIX = 'berth.'
/** Names of texts that tell what a person has done begin so. */
const PRIVATE = 'private.'

/** Forgets what tells about a person, before somebody else has this browser. */
export function forgetPrivate(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    for (const key of keys) if (key.startsWith(`${PREFIX}${PRIVATE}`)) localStorage.removeItem(key)
  } catch {
    held.clear()
  }
}

/**
 * A text that this browser remembers, the same in all its tabs; empty before anything was chosen and on the server.
 * Without a name nothing is remembered, and one that begins with `private.` only until the person signs out.
 */
export function useRemembered(name: string | undefined): [string, (text: string) => void] {
  const key = name === undefined ? undefined : `${PREFIX}${name}`
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
