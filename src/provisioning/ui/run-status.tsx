'use client'

import { useSyncExternalStore } from 'react'
import { RunSkeleton } from './run-skeleton.tsx'
import { RunView } from './run-view.tsx'
import { readWatchToken } from './watch-token.ts'

/** The live status of one run. The token is in the address's fragment, which only the browser knows. */
export function RunStatus({ runId }: { runId: string }) {
  const fragment = useSyncExternalStore(subscribeToFragment, readFragment, () => null)
  if (fragment === null) return <RunSkeleton />
  return <RunView key={fragment} runId={runId} token={readWatchToken(runId)} />
}

function subscribeToFragment(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function readFragment(): string {
  return window.location.hash
}
