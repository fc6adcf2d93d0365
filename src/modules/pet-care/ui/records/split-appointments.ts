import type { Appointment } from '../appointments/appointment.ts'
import { lookOf } from '../appointments/status-look.ts'

/** What is still to come, the next one first, and what was, the last one first; what nobody closed is past too. */
export function splitAppointments(
  appointments: readonly Appointment[],
  now: string,
): {
  coming: Appointment[]
  past: Appointment[]
} {
  const sorted = [...appointments].sort((a, b) => a.scheduledStart.localeCompare(b.scheduledStart))
  const isComing = ({ status, scheduledEnd }: Appointment) =>
    status === 'in_progress' || (!lookOf(status).isOver && Date.parse(scheduledEnd) > Date.parse(now))
  return {
    coming: sorted.filter(isComing),
    past: sorted.filter((one) => !isComing(one)).reverse(),
  }
}
