import type { RecordOutput } from '#src/resources/record-types.ts'
import type { appointments } from '../../resources/appointments.ts'

/** An appointment as the API answers it, with the labels of what it refers to. */
export type Appointment = RecordOutput<typeof appointments>
export type AppointmentStatus = Appointment['status']

/** A time that can be booked. */
export type Slot = { start: string; end: string; staffId: string; resourceId: string | null }

const MINUTE_MS = 60_000

/** Minutes of an appointment as it is planned. */
export function plannedMinutes(appointment: Pick<Appointment, 'scheduledStart' | 'scheduledEnd'>): number {
  return (Date.parse(appointment.scheduledEnd) - Date.parse(appointment.scheduledStart)) / MINUTE_MS
}

/** Minutes kept free before and after it. */
export function bufferMinutes(
  appointment: Pick<Appointment, 'scheduledStart' | 'scheduledEnd' | 'occupiedFrom' | 'occupiedUntil'>,
): { before: number; after: number } {
  const { scheduledStart, scheduledEnd, occupiedFrom, occupiedUntil } = appointment
  return {
    before: (Date.parse(scheduledStart) - Date.parse(occupiedFrom)) / MINUTE_MS,
    after: (Date.parse(occupiedUntil) - Date.parse(scheduledEnd)) / MINUTE_MS,
  }
}

/** How late something is: a pet that has not come, or one that should be done. */
export type Lateness = { kind: 'not here' | 'over time'; minutes: number }

/** Nobody is late within this many minutes. */
const GRACE_MINUTES = 5

/** Whether an appointment is behind its plan at a moment; undefined when it is not. */
export function latenessOf(
  { status, scheduledStart, scheduledEnd }: Pick<Appointment, 'status' | 'scheduledStart' | 'scheduledEnd'>,
  now: string,
): Lateness | undefined {
  const since = (moment: string) => Math.floor((Date.parse(now) - Date.parse(moment)) / MINUTE_MS)
  if (status === 'scheduled' || status === 'confirmed') {
    const minutes = since(scheduledStart)
    return minutes >= GRACE_MINUTES ? { kind: 'not here', minutes } : undefined
  }
  if (status !== 'in_progress') return undefined
  const minutes = since(scheduledEnd)
  return minutes >= GRACE_MINUTES ? { kind: 'over time', minutes } : undefined
}
