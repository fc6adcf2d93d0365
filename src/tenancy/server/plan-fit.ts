import { AppError } from '#src/shared/errors/app-error.ts'
import { planLimitsOf, planTitles, type PlanLimits } from '../plans.ts'
import type { Plan } from '../tenant.ts'

/** How much a workspace has of what plans bound; of records, that of the kind it has most of. */
export type PlanCounts = Readonly<Record<keyof PlanLimits, number>>

/** A bound that a workspace is beyond. */
export type ExceededLimit = { name: keyof PlanLimits; limit: number; count: number }

const words: Readonly<Record<keyof PlanLimits, string>> = {
  modules: 'modules',
  people: 'people',
  recordsPerResource: 'records of one kind',
}

/** Bounds of a plan that are too narrow for what is there. */
export function listExceeded(plan: Plan, counts: PlanCounts): ExceededLimit[] {
  const limits = planLimitsOf(plan)
  return (['modules', 'people', 'recordsPerResource'] as const).flatMap((name) => {
    const limit = limits[name]
    return limit !== null && counts[name] > limit ? [{ name, limit, count: counts[name] }] : []
  })
}

/** The refusal of a plan that is too small, with every bound that is. */
export function planTooSmall(plan: Plan, exceeded: readonly ExceededLimit[]): AppError {
  const parts = exceeded.map(
    ({ name, limit, count }) =>
      `${count.toLocaleString('en')} ${words[name]}, with room for ${limit.toLocaleString('en')}`,
  )
  return new AppError('PLAN_LIMIT_REACHED', {
    message: `The plan ${planTitles[plan]} is too small for this workspace: ${parts.join('; ')}.`,
    details: { plan, exceeded },
  })
}
