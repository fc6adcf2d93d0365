import { planLimitsOf, planTitles } from '../../plans.ts'
import type { Plan } from '../../tenant.ts'

/** The plans as people choose between them. */
export const planOffers: readonly { id: Plan; title: string; description: string }[] = [
  { id: 'free', title: planTitles.free, description: 'To look around, or to work alone.' },
  { id: 'starter', title: planTitles.starter, description: 'For a small team that is getting going.' },
  { id: 'standard', title: planTitles.standard, description: 'For a busy business with a full calendar.' },
  { id: 'pro', title: planTitles.pro, description: 'For many people, places and records.' },
]

/** What a plan has room for, in one sentence. */
export function describePlan(plan: Plan): string {
  const { modules, people, recordsPerResource } = planLimitsOf(plan)
  if (modules === null || people === null) return 'As many modules, people and records as you like.'
  const records =
    recordsPerResource === null
      ? 'as many records as you like'
      : `${recordsPerResource.toLocaleString('en')} records of each kind`
  return `Up to ${modules} modules, ${people} people and ${records}.`
}

/** How many modules can be chosen beside that of the industry. */
export function describeModuleRoom(plan: Plan): string {
  const { modules } = planLimitsOf(plan)
  if (modules === null) return 'Your plan has room for all of them.'
  const more = modules - 1
  return `Your plan has room for ${more} more. You can switch modules on and off later, too.`
}
