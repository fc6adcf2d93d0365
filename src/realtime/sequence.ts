import type { StoredEvent } from './protocol.ts'
import { isStreamTopic, type StreamTopic, type Topic } from './topic.ts'

/** The number of the newest event seen of each stream. */
export type Positions = ReadonlyMap<StreamTopic, number>

/** Positions after a snapshot. A feed says nothing about its streams: each begins with the first event seen. */
export function startPositions(topic: Topic, lastSeq: number): Positions {
  return new Map(isStreamTopic(topic) ? [[topic, lastSeq]] : [])
}

/** The number to resume from; undefined when only a new snapshot will do. */
export function resumeNumber(topic: Topic, positions: Positions): number | undefined {
  return isStreamTopic(topic) ? positions.get(topic) : undefined
}

/**
 * Takes events of one stream in: those that are new, and whether one before them or between them is missing.
 * The first event of a stream that is not known may have any number.
 */
export function acceptEvents(
  positions: Positions,
  { stream, events }: { stream: StreamTopic; events: readonly StoredEvent[] },
): { events: StoredEvent[]; gap: boolean; positions: Positions } {
  const first = events[0]
  if (!first) return { events: [], gap: false, positions }
  const following = eventsFollowing(events, positions.get(stream) ?? first.seq - 1)
  return {
    events: following.events,
    gap: following.gap,
    positions: new Map(positions).set(stream, following.lastSeq),
  }
}

/** The events that follow number `lastSeq` one by one, without duplicates; `gap` when one is missing. */
export function eventsFollowing(
  events: readonly StoredEvent[],
  lastSeq: number,
): { events: StoredEvent[]; lastSeq: number; gap: boolean } {
  const following: StoredEvent[] = []
  let last = lastSeq
  for (const event of events) {
    if (event.seq <= last) continue
    if (event.seq > last + 1) return { events: following, lastSeq: last, gap: true }
    following.push(event)
    last = event.seq
  }
  return { events: following, lastSeq: last, gap: false }
}
