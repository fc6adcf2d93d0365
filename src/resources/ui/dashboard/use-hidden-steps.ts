'use client'

import { useSyncExternalStore } from 'react'

const KEY = 'berth.first-steps'
const listeners = new Set<() => void>()

/** Whether the person put the first steps away on this device, and the way to do so. */
export function useHiddenSteps(): [boolean, () => void] {
  const isHidden = useSyncExternalStore(subscribe, readIsHidden, () => true)
  return [isHidden, hide]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function readIsHidden(): boolean {
  try {
    return localStorage.getItem(KEY) === 'hidden'
  } catch {
    return false
  }
}

function hide(): void {
  try {
    localStorage.setItem(KEY, 'hidden')
  } catch {
    // Storage switched off: they are back after the next load.
  }
  for (const listener of listeners) listener()
}
