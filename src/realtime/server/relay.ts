import type { Logger } from '#src/logging/server/logger.ts'
import type { EventsMessage, StoredEvent } from '../protocol.ts'
import { audienceOf, type StreamTopic, type Topic } from '../topic.ts'
import type { StreamSource } from './topic-source.ts'

/** Who watches what in this process. */
export type Audience = {
  isWatched: (topic: Topic) => boolean
  publish: (message: EventsMessage) => void
}

export type Relay = {
  /** Event `seq` of a stream was stored: sends it, and what came before it, if anybody here watches. */
  announce: (stored: { topic: StreamTopic; tenantId: string; seq: number }) => void
  /**
   * Sends a stream's events up to number `seq` at least, so that a new watcher who has those gets none twice.
   * @throws what the source throws
   */
  reach: (stream: StreamTopic, seq: number) => Promise<void>
  /** Looks for stored events that were never announced here. */
  sweep: () => Promise<void>
  close: () => void
}

/** How far a stream was sent from here. */
type Cursor = {
  sent: number
  wanted: number
  /** `sent` was seen in the database, not only read in a notification, which anybody could forge */
  confirmed: boolean
  loading: Promise<void> | undefined
  touchedAt: number
}

const SWEEP_BATCH = 1_000
const RETRY_MS = 250
/** A stream nobody watches by itself is remembered this long, so that a feed gets its next events in order. */
const IDLE_MS = 60_000

/**
 * Sends stored events to those who watch, once and in order for each stream, however many notifications
 * arrive and wherever they come from. One load is in flight per stream; what is announced meanwhile is
 * fetched by the next one.
 */
export function createRelay(options: { source: StreamSource; audience: Audience; logger: Logger }): Relay {
  const { source, audience, logger } = options
  const cursors = new Map<StreamTopic, Cursor>()
  let retry: NodeJS.Timeout | undefined
  let sweeping: Promise<void> | undefined
  let sweepsAsked = 0
  let failing = false
  let closed = false

  function openCursor(stream: StreamTopic, sent: number, confirmed: boolean): Cursor {
    const cursor = { sent, wanted: sent, confirmed, loading: undefined, touchedAt: Date.now() }
    cursors.set(stream, cursor)
    return cursor
  }

  function isWanted(stream: StreamTopic, tenantId: string): boolean {
    return audienceOf(stream, tenantId).some((topic) => audience.isWatched(topic))
  }

  /** The tenant comes from the stored row: a forged notification must not lead events to another tenant. */
  function publish(stream: StreamTopic, tenantId: string, events: readonly StoredEvent[]): void {
    for (const topic of audienceOf(stream, tenantId)) {
      if (audience.isWatched(topic)) audience.publish({ topic, stream, events })
    }
  }

  async function load(stream: StreamTopic, cursor: Cursor): Promise<void> {
    while (cursor.sent < cursor.wanted) {
      const events = await source.eventsAfter(stream, cursor.sent)
      if (closed || cursors.get(stream) !== cursor) return
      const last = events.at(-1)
      if (!last || last.seq <= cursor.sent) {
        // Announced, yet not there. An unconfirmed start is forgotten, or it would hide the real events.
        cursor.wanted = cursor.sent
        if (!cursor.confirmed) cursors.delete(stream)
        return
      }
      cursor.sent = last.seq
      cursor.confirmed = true
      cursor.touchedAt = Date.now()
      publish(stream, last.tenantId, events)
    }
  }

  async function advance(stream: StreamTopic, cursor: Cursor): Promise<void> {
    cursor.loading ??= load(stream, cursor).finally(() => {
      cursor.loading = undefined
    })
    await cursor.loading
    // Announced after the last look and before `loading` was cleared.
    if (cursor.sent < cursor.wanted && cursors.get(stream) === cursor) await advance(stream, cursor)
  }

  function advanceSoon(stream: StreamTopic, cursor: Cursor): void {
    advance(stream, cursor).then(noteSuccess, noteFailure)
  }

  function noteSuccess(): void {
    failing = false
  }

  function noteFailure(error: unknown): void {
    if (closed) return
    if (!failing) logger.warn({ err: error }, 'Events could not be loaded; trying again')
    failing = true
    retry ??= setTimeout(() => {
      retry = undefined
      void sweep()
    }, RETRY_MS)
  }

  function forgetIdle(): void {
    const limit = Date.now() - IDLE_MS
    for (const [stream, cursor] of cursors) {
      if (cursor.touchedAt < limit && !audience.isWatched(stream)) cursors.delete(stream)
    }
  }

  async function sweepOnce(): Promise<void> {
    forgetIdle()
    const streams = [...cursors.keys()]
    for (let start = 0; start < streams.length; start += SWEEP_BATCH) {
      const newest = await source.lastSeqs(streams.slice(start, start + SWEEP_BATCH))
      for (const [stream, seq] of newest) {
        const cursor = cursors.get(stream)
        if (!cursor) continue
        cursor.wanted = Math.max(cursor.wanted, seq)
        if (cursor.sent < cursor.wanted) advanceSoon(stream, cursor)
      }
    }
  }

  async function sweepUntilDone(): Promise<void> {
    try {
      let asked: number
      do {
        asked = sweepsAsked
        await sweepOnce()
      } while (asked < sweepsAsked)
    } catch (error) {
      noteFailure(error)
    } finally {
      sweeping = undefined
    }
  }

  async function sweep(): Promise<void> {
    // The sweep under way may have looked already before the event this one is called for.
    sweepsAsked += 1
    sweeping ??= sweepUntilDone()
    return sweeping
  }

  return {
    announce: ({ topic, tenantId, seq }) => {
      if (closed) return
      if (!isWanted(topic, tenantId)) {
        cursors.delete(topic)
        return
      }
      const cursor = cursors.get(topic) ?? openCursor(topic, seq - 1, false)
      cursor.wanted = Math.max(cursor.wanted, seq)
      advanceSoon(topic, cursor)
    },
    reach: async (stream, seq) => {
      const cursor = cursors.get(stream) ?? openCursor(stream, seq, true)
      cursor.wanted = Math.max(cursor.wanted, seq)
      if (cursor.sent < seq) await advance(stream, cursor)
    },
    sweep,
    close: () => {
      closed = true
      clearTimeout(retry)
      cursors.clear()
    },
  }
}
