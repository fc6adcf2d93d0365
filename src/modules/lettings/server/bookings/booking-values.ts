import type { RecordValues } from '#src/resources/record-types.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import type { bookings } from '../../resources/bookings.ts'
import type { StayPrice } from './price-stay.ts'

export type BookingValues = RecordValues<(typeof bookings)['fields']>

/** Values of a booking as the engine hands them on: checked by the schema of the resource. */
export function asBooking(values: Row): BookingValues {
  return values as BookingValues
}

/** What a booking that is stored costs. */
export function priceOf({ nights, nightlyRateCents, currency, totalCents }: BookingValues): StayPrice {
  return { nights, nightlyRateCents, currency, totalCents: totalCents ?? nights * nightlyRateCents }
}
