import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import type { RecordWrite, RefusedWrite } from '#src/resources/server/record-hooks.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { listNextSlots } from '../schedule/schedule.service.ts'
import { findConflict, lockDiaries } from './appointment.repository.ts'
import { asAppointment } from './appointment-values.ts'
import { isOccupying } from './plan-rules.ts'

/** What the constraints of the table say when somebody or something is booked twice. */
const conflicts: Readonly<Record<string, string>> = {
  appointments_staff_free: 'This staff member has another appointment at that time.',
  appointments_resource_free: 'This table, van or room is taken at that time.',
}

/**
 * Refuses what can be seen to be taken, without waiting for anybody, and makes bookings of the same people and
 * resources come one after the other from here on.
 * @throws AppError BOOKING_CONFLICT
 */
export async function requireFree(tx: TenantTx, { before, values, caller }: RecordWrite): Promise<void> {
  const { staffId, resourceId, occupiedFrom, occupiedUntil, status } = asAppointment(values)
  const id = before?.id ?? null
  if (isOccupying(status)) {
    const time = { staffId, resourceId, occupiedFrom, occupiedUntil, id }
    const constraint = await findConflict(queryIn(tx), time)
    if (constraint !== null) throw await conflictError(queryIn(tx), { constraint, values, id, caller })
  }
  await lockDiaries(tx, [...diariesOf(values), ...(before ? diariesOf(before) : [])])
}

/** The same for what only the constraint has seen. */
export async function explainConflict(db: TenantDb, refused: RefusedWrite): Promise<AppError | undefined> {
  return refused.constraint in conflicts ? conflictError(queryIn(db), refused) : undefined
}

/** Tells who is booked twice, and when the same could be booked instead. */
async function conflictError(
  query: RunQuery,
  { constraint, values, id, caller }: RefusedWrite,
): Promise<AppError> {
  const { serviceId, staffId, resourceId, petId, scheduledStart, durationMinutes } = asAppointment(values)
  const slots = await listNextSlots(query, {
    ...{ serviceId, staffId, resourceId, petId, durationMinutes },
    from: scheduledStart,
    timeZone: caller.timeZone,
    exceptId: id,
  })
  return new AppError('BOOKING_CONFLICT', { message: conflicts[constraint] ?? '', details: { slots } })
}

/** Whose time an appointment takes. */
function diariesOf(values: Row): string[] {
  const { staffId, resourceId } = asAppointment(values)
  return resourceId === null ? [staffId] : [staffId, resourceId]
}
