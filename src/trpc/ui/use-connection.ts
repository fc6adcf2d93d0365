'use client'

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { callErrorOf } from './client.ts'

/** `away`: the browser has a network, but the server does not answer. */
export type ConnectionState = 'connected' | 'away' | 'offline'

const PROBE_MS = 5_000
/** Shorter breaks are over before anybody could do something about them. */
const PATIENCE_MS = 1_000

/**
 * Whether the server can be reached, from what really happened to the page's calls. While it is away it is asked
 * every five seconds; once it is back, what is on screen is loaded anew.
 */
export function useConnection(): ConnectionState {
  const cache = useQueryClient()
  const isOnline = useSyncExternalStore(subscribeToNetwork, readNetwork, () => true)
  const [isAway, setAway] = useState(false)

  useEffect(() => watchCalls(cache, setAway), [cache])

  useEffect(() => {
    if (!isAway && isOnline) return
    const timer = setInterval(() => {
      void probe().then((isBack) => {
        if (!isBack) return
        setAway(false)
        void cache.invalidateQueries()
      })
    }, PROBE_MS)
    return () => clearInterval(timer)
  }, [cache, isAway, isOnline])

  if (!isOnline) return 'offline'
  return isAway ? 'away' : 'connected'
}

/** Reports whether the page's calls get through. A refusal is an answer too. */
function watchCalls(cache: QueryClient, report: (isAway: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { action } = event
    if (action.type !== 'success' && action.type !== 'failed' && action.type !== 'error') return
    clearTimeout(timer)
    const isAway = action.type !== 'success' && callErrorOf(action.error).code === 'DEPENDENCY_UNAVAILABLE'
    if (isAway) timer = setTimeout(() => report(true), PATIENCE_MS)
    else report(false)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

async function probe(): Promise<boolean> {
  try {
    return (await fetch('/ready', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

function readNetwork(): boolean {
  return navigator.onLine
}
