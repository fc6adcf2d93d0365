import { z } from 'zod'
import { AppError } from '#src/shared/errors/app-error.ts'
import { planLimitsOf, planTitles, requirePlan } from './plans.ts'
import { plans, type Plan } from './tenant.ts'

/**
 * What a plan does with a module: `default` modules come with a new workspace whose people name none, `offered` ones
 * are theirs to choose, and `withheld` ones only the platform switches on. The module of a business's own trade always
 * comes with it.
 */
export const moduleOffers = ['default', 'offered', 'withheld'] as const
export type ModuleOffer = (typeof moduleOffers)[number]

export const planFeature = z.object({
  plan: z.enum(plans),
  module: z.string(),
  offer: z.enum(moduleOffers),
})
/** What was said about a plan and a module; where nothing was, it is offered. */
export type PlanFeature = z.infer<typeof planFeature>

export const planFeaturesOutput = z.object({ items: z.array(planFeature) })

/** What a plan does with a module. */
export function offerOf(
  said: readonly PlanFeature[],
  { plan, module }: { plan: string; module: string },
): ModuleOffer {
  return said.find((row) => row.plan === plan && row.module === module)?.offer ?? 'offered'
}

/**
 * The modules a new workspace has whose people named none: that of its trade, and as many defaults of its plan as
 * there is room for.
 */
export function defaultModules(
  said: readonly PlanFeature[],
  { plan, trade, moduleIds }: { plan: Plan; trade: string; moduleIds: readonly string[] },
): string[] {
  const chosen = moduleIds.filter(
    (module) => offerOf(said, { plan, module }) === 'default' && module !== trade,
  )
  const { modules: room } = planLimitsOf(plan)
  return [trade, ...(room === null ? chosen : chosen.slice(0, Math.max(room - 1, 0)))]
}

/** The refusal of a module that a plan does not have. */
export function moduleWithheld(plan: string, path?: string): AppError {
  const message = `The plan ${planTitles[requirePlan(plan)]} does not have this module. Ask the people of the platform for it.`
  const fields = path === undefined ? {} : { fields: { [path]: [message] } }
  return new AppError('MODULE_WITHHELD', { message, details: { plan, ...fields } })
}
