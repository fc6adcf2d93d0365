import { z } from 'zod'
import { runSnapshot } from '#src/provisioning/run.ts'
import { tenantStatuses } from './tenant.ts'

/** A tenant on its way: where it stands and the run that moves it. */
export const tenantProgress = z.object({
  tenantId: z.uuid(),
  status: z.enum(tenantStatuses),
  businessName: z.string(),
  subdomain: z.string(),
  schemaName: z.string(),
  workspaceUrl: z.string(),
  run: runSnapshot,
})
export type TenantProgress = z.infer<typeof tenantProgress>
