import { z } from 'zod'
import { driftPlan, driftRepairResult, driftReport, driftSummary } from '#src/provisioning/drift.ts'
import { pageInput } from '#src/shared/pagination.ts'

export const driftInput = pageInput.pick({ page: true, limit: true }).extend({
  tenantId: z.uuid().optional().describe('What was found at this tenant alone'),
})
export type DriftInput = z.infer<typeof driftInput>

/** What the last check found, tenant by tenant, and whether another one is under way. */
export const driftState = z.object({
  last: z
    .object({
      checkId: z.uuid(),
      finishedAt: z.iso.datetime(),
      requestedBy: z.string().nullable().describe('Who asked for it; null: the clock'),
      summary: driftSummary,
    })
    .nullable()
    .describe('The last check that was finished; null: there was none'),
  running: z
    .object({ checkId: z.uuid(), startedAt: z.iso.datetime(), done: z.int(), total: z.int() })
    .nullable(),
  hasFailed: z.boolean().describe('The newest check could not be finished'),
  reports: z.object({
    items: z.array(driftReport),
    total: z.int(),
    page: z.int(),
    limit: z.int(),
  }),
})
export type DriftState = z.infer<typeof driftState>

export const startedCheck = z.object({ checkId: z.uuid() })

export const repairInput = z.object({
  tenantId: z.uuid(),
  plan: z
    .string()
    .max(64)
    .optional()
    .describe('The name of the plan that is to be carried out; without it the plan is only told'),
  confirm: z.string().max(63).optional().describe('The subdomain of the tenant, typed by whoever orders it'),
})

/** The plan as it is now, and how it went when it was carried out. */
export const repairAnswer = z.object({ plan: driftPlan, result: driftRepairResult.nullable() })
