import { z } from 'zod'
import { planInput } from '#src/tenancy/tenant.ts'
import { reasonInput } from './tenant-changes.ts'

/** Tenants of one call; whoever has more of them in hand sends several. */
export const MAX_BULK = 100

export const bulkActions = ['activate', 'suspend', 'plan'] as const
export type BulkAction = (typeof bulkActions)[number]

export const bulkInput = z
  .object({
    action: z.enum(bulkActions, 'Choose activate, suspend or plan.'),
    plan: planInput.optional().describe('Required for `plan`'),
    reason: reasonInput.optional().describe('Required for `suspend`'),
    tenantIds: z
      .array(z.uuid('This is not an id.'))
      .min(1, 'Name a tenant.')
      .max(MAX_BULK, `At most ${MAX_BULK} tenants at once.`),
  })
  .refine(({ action, plan }) => action !== 'plan' || plan !== undefined, {
    path: ['plan'],
    message: 'Choose a plan.',
  })
  .refine(({ action, reason }) => action !== 'suspend' || reason !== undefined, {
    path: ['reason'],
    message: 'Say why, in a few words.',
  })
export type BulkInput = z.infer<typeof bulkInput>

/** How it went for one of the tenants, in the order they were named. */
export const bulkResult = z.object({
  tenantId: z.uuid(),
  subdomain: z.string().nullable().describe('null where there is no such tenant'),
  ok: z.boolean(),
  code: z.string().optional(),
  message: z.string().optional(),
})
export type BulkResult = z.infer<typeof bulkResult>

export const bulkOutput = z.object({ results: z.array(bulkResult) })
