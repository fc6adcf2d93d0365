import { AppError } from '#src/shared/errors/app-error.ts'
import { plans, type Plan } from './tenant.ts'

/** What a plan has room for; null where it knows no end. */
export type PlanLimits = {
  /** modules that are switched on */
  modules: number | null
  /** people of the team; clients are not counted */
  people: number | null
  /** records of one kind, such as pets; deleted ones are not counted */
  recordsPerResource: number | null
}

export const planTitles: Readonly<Record<Plan, string>> = {
  free: 'Free',
  starter: 'Starter',
  standard: 'Standard',
  pro: 'Pro',
}

const planLimits: Readonly<Record<Plan, PlanLimits>> = {
  free: { modules: 2, people: 10, recordsPerResource: 5_000 },
  starter: { modules: 3, people: 25, recordsPerResource: 50_000 },
  standard: { modules: 5, people: 100, recordsPerResource: null },
  pro: { modules: null, people: null, recordsPerResource: null },
}

/**
 * What a plan has room for.
 * @throws Error for a plan that does not exist, a programming mistake
 */
export function planLimitsOf(plan: string): PlanLimits {
  return planLimits[requirePlan(plan)]
}

/** What a plan has too little room for, in words for one and for several. */
type Full = { plan: string; limit: number; count: number; one: string; many: string; advice: string }

/** The refusal of one more: what the plan has room for, and what people can do about it. */
export function planLimitReached({ plan, limit, count, one, many, advice }: Full): AppError {
  const room = `${limit.toLocaleString('en')} ${limit === 1 ? one : many}`
  const message = `The plan ${planTitles[requirePlan(plan)]} has room for ${room}. ${advice}, or move to a larger plan.`
  return new AppError('PLAN_LIMIT_REACHED', { message, details: { limit, count, plan } })
}

/** Why there is no room for one more module beside `count`: PLAN_LIMIT_REACHED, or null where there is some. */
export function findLackOfModuleRoom(plan: string, count: number): AppError | null {
  const { modules: limit } = planLimitsOf(plan)
  if (limit === null || count < limit) return null
  const words = { one: 'module', many: 'modules', advice: 'Switch one off first' }
  return planLimitReached({ plan, limit, count, ...words })
}

/** @throws AppError PLAN_LIMIT_REACHED unless there is room for one more person beside `count` */
export function requirePersonRoom(plan: string, count: number): void {
  const { people: limit } = planLimitsOf(plan)
  if (limit === null || count < limit) return
  const words = { one: 'person', many: 'people', advice: 'Remove somebody from the team first' }
  throw planLimitReached({ plan, limit, count, ...words })
}

/** The sentence about the modules somebody chose for a plan, if it has no room for so many. */
export function tooManyModules(plan: Plan, chosen: number): string | undefined {
  const { modules: limit } = planLimits[plan]
  if (limit === null || chosen <= limit) return undefined
  const room = `${limit} ${limit === 1 ? 'module' : 'modules'}`
  return `The plan ${planTitles[plan]} has room for ${room}, with that of your industry. Choose fewer, or a larger plan.`
}

/** @throws Error for a plan that does not exist, a programming mistake */
export function requirePlan(name: string): Plan {
  const plan = plans.find((candidate) => candidate === name)
  if (!plan) throw new Error(`There is no plan ${name}.`)
  return plan
}
