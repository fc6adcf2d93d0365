import { overlaps, type Span } from './span.ts'

const MINUTE = 60_000
/** Slots begin at every quarter of an hour from the beginning of the working hours. */
const STEP = 15 * MINUTE

/** Somebody who can be booked: when they work, and when they or what they need are taken. Both in the order of time. */
export type Candidate = { staffId: string; working: readonly Span[]; busy: readonly Span[] }

/** How long a booking takes, and what is kept free around it; all in minutes. */
export type BookingLength = {
  durationMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
}

/** A time that can be booked, without its buffers. */
export type FreeSlot = Span & { staffId: string }

type Question = {
  length: BookingLength
  /** slots begin within it */
  range: Span
  /** how many slots at most */
  limit: number
}

/**
 * The first times at which a booking fits: it lies within working hours, and nothing else touches it or its buffers.
 * The buffers themselves may reach beyond working hours. In the order of time, then of the candidates.
 */
export function findFreeSlots(candidates: readonly Candidate[], question: Question): FreeSlot[] {
  return candidates
    .flatMap((candidate) => slotsOf(candidate, question))
    .toSorted((left, right) => left.from - right.from)
    .slice(0, question.limit)
}

function slotsOf({ staffId, working, busy }: Candidate, { length, range, limit }: Question): FreeSlot[] {
  const duration = length.durationMinutes * MINUTE
  const before = length.bufferBeforeMinutes * MINUTE
  const after = length.bufferAfterMinutes * MINUTE
  const slots: FreeSlot[] = []
  for (const hours of working) {
    let from = hours.from + stepsUntil(range.from - hours.from)
    while (from + duration <= hours.until && from < range.until && slots.length < limit) {
      const occupied = { from: from - before, until: from + duration + after }
      const obstacle = busy.find((taken) => overlaps(taken, occupied))
      if (!obstacle) slots.push({ staffId, from, until: from + duration })
      // At least one step, as what is in the way ends behind the beginning of the buffer.
      from = hours.from + stepsUntil(obstacle ? obstacle.until + before - hours.from : from + 1 - hours.from)
    }
  }
  return slots
}

/** The first step that is not before `elapsed` milliseconds. */
function stepsUntil(elapsed: number): number {
  return Math.max(0, Math.ceil(elapsed / STEP)) * STEP
}
