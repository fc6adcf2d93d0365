'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { StoredEvent } from '../protocol.ts'
import type { Topic } from '../topic.ts'
import type { LiveError, LiveStatus } from '../topic-watch.ts'
import { watchLive } from './live-client.ts'

export type LiveTopic<TSnapshot> = {
  snapshot: TSnapshot | undefined
  status: LiveStatus
  /** why the topic was refused or is away, when the server said so */
  error: LiveError | null
}

export type LiveTopicOptions<TSnapshot, TEvent extends StoredEvent> = {
  /** null while it is not known yet */
  topic: Topic | null
  /** a visitor's right to the topic */
  token?: string | undefined
  /** The state after one more event; pure. Each event of a run comes once and in order. */
  apply: (snapshot: TSnapshot, event: TEvent) => TSnapshot
  /** shown until the server's own snapshot is there */
  initial?: TSnapshot
}

/**
 * Follows a topic over the page's socket: a snapshot, then every event applied to it, over any number of
 * lost connections. The types are those of the source behind the topic; the server's contract vouches for them.
 */
export function useLiveTopic<TSnapshot, TEvent extends StoredEvent>({
  topic,
  token,
  apply,
  initial,
}: LiveTopicOptions<TSnapshot, TEvent>): LiveTopic<TSnapshot> {
  const fresh = { snapshot: initial, status: 'connecting' as LiveStatus, error: null }
  const [state, setState] = useState<{ topic: Topic | null; live: LiveTopic<TSnapshot> }>({
    topic,
    live: fresh,
  })

  const change = useEffectEvent((of: Topic, next: (live: LiveTopic<TSnapshot>) => LiveTopic<TSnapshot>) => {
    setState((last) => ({ topic: of, live: next(last.topic === of ? last.live : fresh) }))
  })
  const applyAll = useEffectEvent((of: Topic, events: readonly StoredEvent[]) => {
    change(of, (live) => {
      if (live.snapshot === undefined) return live
      return { ...live, snapshot: (events as readonly TEvent[]).reduce(apply, live.snapshot) }
    })
  })

  useEffect(() => {
    if (topic === null) return
    return watchLive(
      { topic, token },
      {
        onSnapshot: (snapshot) => change(topic, (live) => ({ ...live, snapshot: snapshot as TSnapshot })),
        onEvents: (events) => applyAll(topic, events),
        onStatus: (status, error) => change(topic, (live) => ({ ...live, status, error })),
      },
    )
  }, [topic, token])

  // What belongs to the topic before is not shown under the new one.
  return state.topic === topic ? state.live : fresh
}
