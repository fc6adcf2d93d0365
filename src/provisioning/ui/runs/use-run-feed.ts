'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { createRunFeed, type FeedParts, type FeedState, type RunFeed } from './run-feed.ts'

/** The runs of a feed as they are at this moment, drawn anew once for all that came in since the last frame. */
export function useRunFeed({ topic, readRuns, onSnapshot }: FeedParts): FeedState & { feed: RunFeed } {
  const [feed] = useState(createRunFeed)
  const read = useEffectEvent(readRuns)
  const tell = useEffectEvent(onSnapshot)
  useEffect(
    () => feed.start({ topic, readRuns: (ids) => read(ids), onSnapshot: () => tell() }),
    [feed, topic],
  )
  const state = useSyncExternalStore(feed.subscribe, feed.getState, feed.getState)
  return { ...state, feed }
}
