import type { Row } from '#src/resources/server/record-delegate.ts'
import type { BookingLength } from '../schedule/free-slots.ts'
import { asAppointment, type AppointmentValues } from './appointment-values.ts'

const MINUTE = 60_000

export type OccupiedTime = Pick<
  AppointmentValues,
  'durationMinutes' | 'scheduledEnd' | 'occupiedFrom' | 'occupiedUntil'
>

/**
 * When an appointment ends, and how long it keeps its staff member and its resource. Duration and buffers are those
 * its service had when it was booked, unless it is booked for another service now.
 */
export function occupiedTime(
  service: BookingLength,
  { before, values, changes }: { before: Row | null; values: Row; changes: Row },
): OccupiedTime {
  const given = asAppointment(values)
  const kept = before && !('serviceId' in changes) ? asAppointment(before) : null
  const isAsked = kept !== null || 'durationMinutes' in changes
  const durationMinutes = (isAsked ? given.durationMinutes : null) ?? service.durationMinutes
  const leadTime = kept
    ? Date.parse(kept.scheduledStart) - Date.parse(kept.occupiedFrom)
    : service.bufferBeforeMinutes * MINUTE
  const followUp = kept
    ? Date.parse(kept.occupiedUntil) - Date.parse(kept.scheduledEnd)
    : service.bufferAfterMinutes * MINUTE
  const start = Date.parse(given.scheduledStart)
  const end = start + durationMinutes * MINUTE
  return {
    durationMinutes,
    scheduledEnd: new Date(end).toISOString(),
    occupiedFrom: new Date(start - leadTime).toISOString(),
    occupiedUntil: new Date(end + followUp).toISOString(),
  }
}
