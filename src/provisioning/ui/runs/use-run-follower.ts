'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { RunEvent } from '../../run.ts'
import { createRunFollower, type FollowedRun } from './run-follower.ts'

/**
 * One run with its whole log, as they are at this moment. Give the component a key: it follows one run as long as
 * it lives.
 * @param readEvents stored events after a number
 */
export function useRunFollower(
  runId: string,
  readEvents: (after: number) => Promise<readonly RunEvent[]>,
): FollowedRun {
  const [follower] = useState(createRunFollower)
  const read = useEffectEvent(readEvents)
  useEffect(() => follower.start({ runId, readEvents: (after) => read(after) }), [follower, runId])
  return useSyncExternalStore(follower.subscribe, follower.getState, follower.getState)
}
