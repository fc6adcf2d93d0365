import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import { occupyingStatuses } from '../../resources/appointments.ts'
import type { AppointmentValues } from './appointment-values.ts'

/** What an appointment was agreed to be; the rest may still be written when it is over. */
const planFields = ['petId', 'serviceId', 'staffId', 'resourceId', 'scheduledStart', 'durationMinutes']

/** The fields of `changes` that move an appointment or make it another. */
export function changedPlan(changes: Row): string[] {
  return planFields.filter((name) => name in changes)
}

/**
 * What is over stays as it was.
 * @throws AppError VALIDATION_FAILED
 */
export function requirePlanOpen(before: Pick<AppointmentValues, 'status'> | null, changes: Row): void {
  const [changed] = changedPlan(changes)
  if (before === null || changed === undefined) return
  if (before.status === 'completed' || before.status === 'cancelled' || before.status === 'no_show')
    throw fieldError(changed, 'This appointment is over and stays as it was. Make a new one.')
}

/**
 * @param needed skills that a service asks for
 * @throws AppError VALIDATION_FAILED when somebody lacks one of them
 */
export function requireSkills(
  { name, skills }: { name: string; skills: readonly string[] },
  needed: readonly string[],
): void {
  const lacking = listLackingSkills(skills, needed)
  if (lacking.length > 0)
    throw fieldError('staffId', `${name} lacks a skill for this: ${lacking.join(', ')}.`)
}

/** Upper and lower case alike. */
export function listLackingSkills(skills: readonly string[], needed: readonly string[]): string[] {
  const known = new Set(skills.map((skill) => skill.toLowerCase()))
  return needed.filter((skill) => !known.has(skill.toLowerCase()))
}

/** True while an appointment keeps its time from others. */
export function isOccupying(status: AppointmentValues['status']): boolean {
  return (occupyingStatuses as readonly string[]).includes(status)
}

/** The answer to somebody who may not book a pet without a vaccination. */
export function vaccinationRequired(details: {
  petName: string
  day: string
  mayOverride: boolean
}): AppError {
  const { petName, day, mayOverride } = details
  const way = mayOverride ? 'Give a reason to book it all the same.' : 'A manager can book it all the same.'
  return new AppError('VACCINATION_REQUIRED', {
    message: `${petName} has no vaccination that is valid on ${day}. ${way}`,
    details: { day, mayOverride },
  })
}
