import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import type { RecordWrite } from '#src/resources/server/record-hooks.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { isLead } from '../lead-roles.ts'
import { localDay } from '../schedule/working-spans.ts'
import { isVaccinatedOn, type BookingFacts } from './appointment.repository.ts'
import { asAppointment } from './appointment-values.ts'
import { isOccupying, vaccinationRequired } from './plan-rules.ts'

/**
 * A pet that needs a vaccination has one on the day it comes, by the tenant's calendar, or somebody who leads says why
 * not. Asked again whenever pet, service or day become others.
 * @throws AppError VACCINATION_REQUIRED, FORBIDDEN for a reason by somebody who may not give one
 */
export async function requireVaccination(
  tx: TenantTx,
  { pet, service }: BookingFacts,
  write: RecordWrite,
): Promise<void> {
  const { values, changes, caller } = write
  const { petId, scheduledStart, status, vaccinationOverrideReason } = asAppointment(values)
  const mayOverride = isLead(caller.role)
  if (isReasonChanged(write) && !mayOverride)
    throw new AppError('FORBIDDEN', { message: 'Only a manager books a pet without its vaccination.' })
  if (!service.requiresVaccination || !isOccupying(status)) return
  const day = localDay(scheduledStart, caller.timeZone)
  const isAsked = 'petId' in changes || 'serviceId' in changes || isReasonChanged(write)
  if (!isAsked && day === dayBefore(write)) return
  if (mayOverride && vaccinationOverrideReason !== null) return
  if (await isVaccinatedOn(queryIn(tx), petId, day)) return
  throw vaccinationRequired({ petName: pet.name, day, mayOverride })
}

function isReasonChanged({ before, values, changes }: RecordWrite): boolean {
  if (before === null) return asAppointment(values).vaccinationOverrideReason !== null
  return 'vaccinationOverrideReason' in changes
}

function dayBefore({ before, caller }: RecordWrite): string | null {
  return before && localDay(asAppointment(before).scheduledStart, caller.timeZone)
}
