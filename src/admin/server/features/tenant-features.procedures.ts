import { listFeatureStates, switchModule, type ModuleWish } from '#src/tenancy/server/feature.service.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { listPlanFeatures } from '#src/tenancy/server/plan-feature.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import {
  setTenantFeatureInput,
  setTenantFeatureOutput,
  tenantFeaturesInput,
  tenantFeaturesOutput,
} from '../../tenant-features.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { requireTenant } from '../require-tenant.ts'

const tags = ['Console']

/** The modules of one tenant, as the platform sees and switches them. @param moduleIds all modules there are */
export function createTenantFeaturesProcedures(moduleIds: readonly string[]) {
  return {
    listForTenant: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/tenants/{tenantId}/features',
          tags,
          summary: 'List the modules of a tenant and how they stand',
        },
        errors: ['NOT_FOUND'],
      })
      .input(tenantFeaturesInput)
      .output(tenantFeaturesOutput)
      .query(async ({ ctx, input: { tenantId } }) => {
        const { platform } = ctx.database
        const { plan } = await requireTenant(platform, tenantId)
        const said = await listPlanFeatures(platform)
        return { items: await listFeatureStates(platform, { tenantId, moduleIds, plan, said }) }
      }),

    setForTenant: adminProcedure()
      .meta({
        openapi: {
          method: 'PUT',
          path: '/admin/tenants/{tenantId}/features/{name}',
          tags,
          summary: 'Switch a module of a tenant on or off',
          description:
            'A run does it, as when the tenant asks. The platform may go beyond what the plan has room for; ' +
            'the answer says so. The log of the tenant names who asked, and why.',
        },
        successStatus: 202,
        errors: ['NOT_FOUND', 'TENANT_NOT_READY', 'CONFLICT', 'LAST_MODULE'],
      })
      .input(setTenantFeatureInput)
      .output(setTenantFeatureOutput)
      .mutation(async ({ ctx, input }) => {
        if (!moduleIds.includes(input.name)) {
          throw new AppError('NOT_FOUND', { message: 'There is no such module.' })
        }
        requireSwitchable(await requireTenant(ctx.database.platform, input.tenantId))
        const { requestId, idempotentCall } = ctx
        const actor = callActor(ctx)
        const wish: ModuleWish = { ...input, authority: 'platform', actor, requestId, idempotentCall }
        const answer = await switchModule(ctx.database.platform, wish)
        if (answer.runId === null) ctx.response.status = 200
        return { ...answer, beyondPlan: answer.beyondPlan ?? false }
      }),
  }
}

/** Runs work on open workspaces and on suspended ones. @throws AppError TENANT_NOT_READY */
function requireSwitchable({ status }: { status: string }): void {
  if (!['trial', 'active', 'suspended'].includes(status)) throw new AppError('TENANT_NOT_READY')
}
