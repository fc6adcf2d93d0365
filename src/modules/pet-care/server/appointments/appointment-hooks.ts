import type { TenantTx } from '#src/db/server/database.ts'
import type { RecordHooks, RecordWrite } from '#src/resources/server/record-hooks.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import { returnCredits } from '../credits/credit.service.ts'
import { actualTimes } from './actual-times.ts'
import { asAppointment } from './appointment-values.ts'
import { readBookingFacts } from './appointment.repository.ts'
import { explainConflict, requireFree } from './booking-conflict.ts'
import { occupiedTime } from './occupied-time.ts'
import { changedPlan, requirePlanOpen, requireSkills } from './plan-rules.ts'
import { requireVaccination } from './vaccination-rule.ts'

/** The rules of appointments: docs/pet-care.md. */
export const appointmentHooks: RecordHooks = {
  errors: ['BOOKING_CONFLICT', 'VACCINATION_REQUIRED'],
  prepare: prepareAppointment,
  finish: finishAppointment,
  explain: explainConflict,
}

async function prepareAppointment(tx: TenantTx, write: RecordWrite): Promise<Row> {
  const { before, values, changes } = write
  const appointment = asAppointment(values)
  const earlier = before && asAppointment(before)
  requirePlanOpen(earlier, changes)
  const facts = await readBookingFacts(tx, appointment)
  if ('staffId' in changes || 'serviceId' in changes) requireSkills(facts.staff, facts.service.requiredSkills)
  await requireVaccination(tx, facts, write)
  const occupied = changedPlan(changes).length > 0 ? occupiedTime(facts.service, write) : {}
  await requireFree(tx, { ...write, values: { ...values, ...occupied } })
  return {
    ...occupied,
    ...actualTimes(earlier, appointment, new Date().toISOString()),
    title: `${facts.pet.name} · ${facts.service.name}`,
    // Whose pet it was when it came is what the history tells.
    ...(before === null || 'petId' in changes ? { ownerId: facts.pet.ownerId } : {}),
  }
}

/** A cancelled appointment costs no credit; one that was missed does. */
async function finishAppointment(
  tx: TenantTx,
  { changes, record, caller }: Parameters<NonNullable<RecordHooks['finish']>>[1],
): Promise<void> {
  if (changes['status'] === 'cancelled') await returnCredits(tx, caller, record.id)
}
