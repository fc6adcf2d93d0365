import {
  activateTenant,
  deleteTenant,
  restoreTenant,
  suspendTenant,
  type LifeOutcome,
} from '#src/tenancy/server/tenant-life.service.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { deleteTenantInput, movedTenant, openTenantInput, suspendTenantInput } from '../../tenant-changes.ts'
import { adminProcedure } from '../console-procedures.ts'
import { lifeOrderOf } from './life-order.ts'

const tags = ['Console']
const path = '/admin/tenants/{tenantId}' as const
const errors = ['NOT_FOUND', 'INVALID_TRANSITION'] as const

/** What moves a tenant along its life; each move tells its owners by mail. */
export const tenantLifeProcedures = {
  suspend: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: `${path}/suspend`,
        tags,
        summary: 'Close a workspace to its people',
        description: 'Open pages and sockets end at once; calls answer TENANT_SUSPENDED. Nothing is deleted.',
      },
      errors,
    })
    .input(suspendTenantInput)
    .output(movedTenant)
    .mutation(({ ctx, input: { tenantId, reason } }) =>
      forgetting(ctx, suspendTenant(ctx.database.platform, { ...lifeOrderOf(ctx, tenantId), reason })),
    ),

  activate: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: `${path}/activate`,
        tags,
        summary: 'Open a suspended workspace again, or make a trial a customer',
      },
      errors,
    })
    .input(openTenantInput)
    .output(movedTenant)
    .mutation(({ ctx, input: { tenantId, reason } }) =>
      forgetting(ctx, activateTenant(ctx.database.platform, { ...lifeOrderOf(ctx, tenantId), reason })),
    ),

  delete: adminProcedure()
    .meta({
      openapi: {
        method: 'DELETE',
        path,
        tags,
        summary: 'Order the deletion of a workspace',
        description:
          'The workspace closes at once. After the days of grace its records, files and people are removed for ' +
          'good, and only its audit log stays. Until then it can be restored.',
      },
      errors: [...errors, 'CONFIRMATION_MISMATCH'],
    })
    .input(deleteTenantInput)
    .output(movedTenant)
    .mutation(({ ctx, input: { tenantId, ...order } }) =>
      forgetting(ctx, deleteTenant(ctx.database.platform, { ...lifeOrderOf(ctx, tenantId), ...order })),
    ),

  restore: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: `${path}/restore`,
        tags,
        summary: 'Call the deletion of a workspace off: it is what it was before',
      },
      errors,
    })
    .input(openTenantInput)
    .output(movedTenant)
    .mutation(({ ctx, input: { tenantId, reason } }) =>
      forgetting(ctx, restoreTenant(ctx.database.platform, { ...lifeOrderOf(ctx, tenantId), reason })),
    ),
}

/** Whoever moved a tenant looks at the result next, perhaps before the announcement has come round. */
async function forgetting(ctx: CallContext, moving: Promise<LifeOutcome>): Promise<LifeOutcome> {
  const outcome = await moving
  ctx.forgetTenant(outcome.tenantId)
  return outcome
}
