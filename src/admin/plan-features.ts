import { z } from 'zod'
import { pageOutput, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '#src/shared/pagination.ts'
import { planFeature } from '#src/tenancy/plan-feature.ts'
import { plans } from '#src/tenancy/tenant.ts'

const limit = z.number().int().nullable().describe('null where the plan knows no end')

export const planFeaturesTable = z.object({
  plans: z.array(
    z.object({
      plan: z.enum(plans),
      limits: z.object({ modules: limit, people: limit, recordsPerResource: limit }),
      tenants: z.number().int().describe('Tenants that have the plan, deleted ones not counted'),
    }),
  ),
  cells: z.array(
    planFeature.extend({ enabled: z.number().int().describe('Tenants of the plan that have it on') }),
  ),
})
export type PlanFeaturesTable = z.infer<typeof planFeaturesTable>
export type PlanCell = PlanFeaturesTable['cells'][number]

export const setPlanFeatureInput = planFeature

export const featureOverride = z.object({
  tenant: z.object({ id: z.uuid(), subdomain: z.string(), businessName: z.string(), plan: z.enum(plans) }),
  module: z.string(),
  enabled: z.boolean(),
  beyondPlan: z.boolean(),
  reason: z.string().nullable(),
  setBy: z.object({ id: z.uuid(), fullName: z.string() }),
  setAt: z.iso.datetime(),
})
export type FeatureOverride = z.infer<typeof featureOverride>

export const overrideListInput = z.object({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
})
export const overridePage = pageOutput(featureOverride)
