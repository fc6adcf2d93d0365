import type { RecordValues } from '#src/resources/record-types.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import type { appointments } from '../../resources/appointments.ts'

export type AppointmentValues = RecordValues<(typeof appointments)['fields']>

/** Values of an appointment as the engine hands them on: checked by the schema of the resource. */
export function asAppointment(values: Row): AppointmentValues {
  return values as AppointmentValues
}
