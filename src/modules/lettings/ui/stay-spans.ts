import type { RecordOutput } from '#src/resources/record-types.ts'
import type { CalendarTone } from '#src/ui/calendar/calendar-tone.ts'
import type { NightsSpan } from '#src/ui/calendar/nights-grid/nights-row.ts'
import { bookings } from '../resources/bookings.ts'

export type Booking = RecordOutput<typeof bookings>

const tones: Record<Booking['status'], CalendarTone> = {
  pending: 'warning',
  confirmed: 'accent',
  checked_in: 'success',
  checked_out: 'neutral',
  cancelled: 'neutral',
}

/** The status of a booking in words. */
export function statusLabel(status: Booking['status']): string {
  return bookings.fields.status.options.find(({ value }) => value === status)?.label ?? status
}

/** A booking as the calendar shows it: whose it is, and how far it has come. */
export function toSpan({ id, propertyId, checkIn, checkOut, guestName, status }: Booking): NightsSpan {
  const detail = statusLabel(status)
  return { id, rowId: propertyId, from: checkIn, to: checkOut, label: guestName, detail, tone: tones[status] }
}
