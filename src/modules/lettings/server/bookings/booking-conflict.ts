import type { RunQuery } from '#src/db/server/run-query.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { countNights, type Stay } from '../../stay.ts'
import { findNextStay, listTakenNights } from './booking.repository.ts'

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

type Wanted = Stay & { propertyId: string; exceptId: string | null }

/** Tells which nights are taken, and from when on the same number of nights is free. */
export async function createBookingConflict(query: RunQuery, wanted: Wanted): Promise<AppError> {
  return conflictOf(query, wanted, await listTakenNights(query, wanted))
}

/**
 * Refuses a stay whose nights somebody has already, without waiting for those who are booking right now: the
 * constraint has the last word.
 * @throws AppError BOOKING_CONFLICT
 */
export async function requireFreeNights(query: RunQuery, wanted: Wanted): Promise<void> {
  const nights = await listTakenNights(query, wanted)
  if (nights.length > 0) throw await conflictOf(query, wanted, nights)
}

async function conflictOf(query: RunQuery, wanted: Wanted, nights: readonly string[]): Promise<AppError> {
  const next = await findNextStay(query, { ...wanted, nights: countNights(wanted) })
  const sentence = describeConflict(nights, { wanted, next })
  return new AppError('BOOKING_CONFLICT', {
    message: sentence,
    details: { fields: { checkIn: [sentence] }, nights, next },
  })
}

/** The conflict in words, with what could be booked instead. */
export function describeConflict(
  nights: readonly string[],
  { wanted, next }: { wanted: Stay; next: Stay },
): string {
  // Whoever had the nights may have given them back since.
  const isFreeNow = next.checkIn === wanted.checkIn
  const taken =
    nights[0] === undefined || isFreeNow
      ? 'These nights were taken a moment ago.'
      : nights.length === 1
        ? `The night of ${print(nights[0])} is taken.`
        : `${nights.length} of these nights are taken, the first is ${print(nights[0])}.`
  return `${taken} Free for as long: ${print(next.checkIn)} to ${print(next.checkOut)}.`
}

function print(day: string): string {
  return days.format(Date.parse(day))
}
