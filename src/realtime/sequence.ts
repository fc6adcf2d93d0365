import type { StoredEvent } from './protocol.ts'
import { isStreamTopic, type StreamTopic, type Topic } from './topic.ts'

/** The number of the newest event seen of each stream. */
export type Positions = ReadonlyMap<StreamTopic, number>

/** How an event fits what was seen before: `gap` means that at least one before it is missing. */
export type Arrival = 'next' | 'duplicate' | 'gap'

/** Positions after a snapshot. A feed says nothing about its streams: each begins with the first event seen. */
export function startPositions(topic: Topic, lastSeq: number): Positions {
  return new Map(isStreamTopic(topic) ? [[topic, lastSeq]] : [])
}

/** The number to resume from; undefined when only a new snapshot will do. */
export function resumeNumber(topic: Topic, positions: Positions): number | undefined {
  return isStreamTopic(topic) ? positions.get(topic) : undefined
}

/** Takes one event in; the positions change only when it is the next one of its stream. */
export function acceptEvent(
  positions: Positions,
  { stream, seq }: { stream: StreamTopic; seq: number },
): { arrival: Arrival; positions: Positions } {
  const last = positions.get(stream)
  if (last !== undefined && seq <= last) return { arrival: 'duplicate', positions }
  if (last !== undefined && seq > last + 1) return { arrival: 'gap', positions }
  return { arrival: 'next', positions: new Map(positions).set(stream, seq) }
}

/** The events that follow number `lastSeq` one by one, without duplicates; `gap` when one is missing. */
export function eventsFollowing<T extends Pick<StoredEvent, 'seq'>>(
  events: readonly T[],
  lastSeq: number,
): { events: T[]; lastSeq: number; gap: boolean } {
  const following: T[] = []
  let last = lastSeq
  for (const event of events) {
    if (event.seq <= last) continue
    if (event.seq > last + 1) return { events: following, lastSeq: last, gap: true }
    following.push(event)
    last = event.seq
  }
  return { events: following, lastSeq: last, gap: false }
}
