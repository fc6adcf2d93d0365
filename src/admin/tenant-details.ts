import { z } from 'zod'
import { languages } from '#src/tenancy/language.ts'
import { tenantMoves } from '#src/tenancy/life-cycle.ts'
import { tenantOutput } from '#src/tenancy/tenant-settings.ts'
import { tenantStatuses } from '#src/tenancy/tenant.ts'
import { tenantRow } from './tenant-list.ts'

export const tenantAddress = z.object({ tenantId: z.uuid('This is not an id.') })

export const tenantDetails = tenantRow.extend({
  workspaceUrl: z.string(),
  phone: z.string(),
  address: tenantOutput.shape.address,
  timezone: z.string(),
  currency: z.string(),
  language: z.enum(languages),
  schemaName: z.string(),
  roleName: z.string(),
  statusBefore: z
    .enum(tenantStatuses)
    .nullable()
    .describe('What restoring brings back; null unless the deletion is ordered'),
  statusReason: z.string().nullable().describe('Why it was suspended, or is to be deleted'),
  moves: z.array(z.enum(tenantMoves)).describe('What can be done to it now'),
  updatedAt: z.iso.datetime(),
  migrations: z.array(z.object({ module: z.string(), name: z.string(), appliedAt: z.iso.datetime() })),
  missing: z
    .array(z.string())
    .describe(
      'Migrations of its modules that the code has and its schema lacks, as module/name; a rollout brings them',
    ),
  isBehind: z.boolean().describe('true when it lacks any'),
})
export type TenantDetails = z.infer<typeof tenantDetails>
