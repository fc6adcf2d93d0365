import { nextStatuses } from '#src/resources/status-machine.ts'
import { appointments } from '../../resources/appointments.ts'
import type { AppointmentStatus } from './appointment.ts'

/** What usually comes next stands first. */
const order: readonly AppointmentStatus[] = ['in_progress', 'completed', 'confirmed', 'no_show', 'cancelled']

/** The statuses an appointment may get from here, the usual one first. */
export function nextSteps(status: AppointmentStatus): AppointmentStatus[] {
  const { machine } = appointments.fields.status
  const allowed = machine ? nextStatuses(machine, status) : []
  return order.filter((step) => allowed.includes(step))
}
