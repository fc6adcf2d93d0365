import type { EventsMessage, RecordChange, StoredEvent, WatchAnswer } from './protocol.ts'
import { acceptEvents, eventsFollowing, resumeNumber, startPositions, type Positions } from './sequence.ts'
import type { Topic } from './topic.ts'

/** `refused` is final until somebody watches anew; `reconnecting` goes on for ever and loses nothing. */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'refused'
export type LiveError = { code: string; message: string }

/** What a part of a page wants to know of a topic. `onEvents` brings each event once and in order. */
export type TopicListener = {
  onSnapshot: (snapshot: unknown) => void
  onEvents: (events: readonly StoredEvent[]) => void
  onStatus: (status: LiveStatus, error: LiveError | null) => void
  /** hints; whatever may have been missed before a snapshot is not repeated */
  onChanges?: (changes: readonly RecordChange[]) => void
}

export type TopicWatch = {
  listen: (listener: TopicListener) => void
  /** @returns how many listeners are left */
  unlisten: (listener: TopicListener) => number
  /** Asks the server for what is missing; called at every connect. */
  start: () => void
  /** Forgets what was seen and asks for a new snapshot. */
  restart: () => void
  /** The connection is gone. */
  pause: () => void
  refuse: (error: LiveError) => void
  takeEvents: (message: EventsMessage) => void
  takeChanges: (changes: readonly RecordChange[]) => void
  isRefused: () => boolean
}

/** Answers that another try will not change. */
const FINAL_CODES = new Set(['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'])
const MIN_DELAY_MS = 250
const MAX_DELAY_MS = 3_000

export function isFinal(error: LiveError): boolean {
  return FINAL_CODES.has(error.code)
}

/** Time in milliseconds before try number `failures` (from 1): 0.25 s, doubled up to 3 s, less a random part. */
export function retryDelay(failures: number): number {
  return Math.min(MIN_DELAY_MS * 2 ** (failures - 1), MAX_DELAY_MS) * (0.5 + Math.random() / 2)
}

/**
 * Sends a watch and calls back with its answer, or with null when there is none. Not a promise: the events
 * right behind the answer would be taken before it.
 */
export type AskTopic = (after: number | undefined, answered: (answer: WatchAnswer | null) => void) => void

/** Follows one topic for its listeners, over any number of connections. */
export function createTopicWatch(options: { topic: Topic; ask: AskTopic }): TopicWatch {
  const { topic, ask } = options
  const listeners = new Set<TopicListener>()
  let positions: Positions = new Map()
  /** number of the question asked last; answers to others come too late */
  let question = 0
  /** events before the answer are part of it and would look like a gap */
  let following = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let status: LiveStatus = 'connecting'
  let error: LiveError | null = null

  function setStatus(next: LiveStatus, reason: LiveError | null = null): void {
    status = next
    error = reason
    for (const listener of listeners) listener.onStatus(status, error)
  }

  function passOn(events: readonly StoredEvent[]): void {
    if (events.length > 0) for (const listener of listeners) listener.onEvents(events)
  }

  function halt(): void {
    question += 1
    following = false
    clearTimeout(retry)
  }

  function retryLater(reason: LiveError | null): void {
    failures += 1
    setStatus('reconnecting', reason)
    retry = setTimeout(start, retryDelay(failures))
  }

  function start(): void {
    halt()
    const asked = question
    const after = resumeNumber(topic, positions)
    ask(after, (answer) => {
      if (asked !== question) return
      if (answer?.ok) takeAnswer(answer, after)
      else if (answer && isFinal(answer.error)) refuse(answer.error)
      else retryLater(answer?.error ?? null)
    })
  }

  function restart(): void {
    positions = new Map()
    start()
  }

  function takeAnswer(answer: Extract<WatchAnswer, { ok: true }>, after: number | undefined): void {
    if (answer.snapshot === null && after !== undefined) {
      const missed = eventsFollowing(answer.events, after)
      if (missed.gap) {
        restart()
        return
      }
      positions = startPositions(topic, missed.lastSeq)
      passOn(missed.events)
    } else {
      positions = startPositions(topic, answer.lastSeq)
      for (const listener of listeners) listener.onSnapshot(answer.snapshot)
    }
    following = true
    failures = 0
    setStatus('live')
  }

  function refuse(reason: LiveError): void {
    halt()
    setStatus('refused', reason)
  }

  return {
    listen: (listener) => {
      listeners.add(listener)
      if (status === 'refused') setStatus('connecting')
      else listener.onStatus(status === 'live' ? 'connecting' : status, error)
    },
    unlisten: (listener) => {
      listeners.delete(listener)
      if (listeners.size === 0) halt()
      return listeners.size
    },
    start,
    restart,
    pause: () => {
      halt()
      if (status !== 'refused') setStatus('reconnecting')
    },
    refuse,
    takeEvents: (message) => {
      if (!following) return
      const accepted = acceptEvents(positions, message)
      positions = accepted.positions
      passOn(accepted.events)
      if (accepted.gap) start()
    },
    takeChanges: (changes) => {
      if (following) for (const listener of listeners) listener.onChanges?.(changes)
    },
    isRefused: () => status === 'refused',
  }
}
