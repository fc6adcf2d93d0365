import { z } from 'zod'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  featureAddress,
  featureOutput,
  updateFeatureInput,
  updateFeatureOutput,
  type Feature,
} from '../feature.ts'
import { callActor } from './call-actor.ts'
import { listFeatureStates, switchModule, type ModuleWish } from './feature.service.ts'
import { listPlanFeatures } from './plan-feature.repository.ts'
import { tenantProcedure, type TenantCall } from './tenant-procedure.ts'

const tags = ['Workspace']

/**
 * What a workspace has switched on: a handful of names, so the list has no pages.
 * @param moduleIds all modules there are
 */
export function createFeaturesRouter(moduleIds: readonly string[]) {
  async function listStates({ database, tenant: { tenantId, plan } }: TenantCall): Promise<Feature[]> {
    const said = await listPlanFeatures(database.platform)
    return listFeatureStates(database.member, { tenantId, moduleIds, plan, said })
  }

  return createRouter({
    list: tenantProcedure('features:list')
      .meta({
        openapi: {
          method: 'GET',
          path: '/tenants/me/features',
          tags,
          summary: 'List modules and how they stand',
        },
      })
      .output(z.object({ items: z.array(featureOutput) }))
      .query(async ({ ctx }) => ({ items: await listStates(ctx) })),

    get: tenantProcedure('features:list')
      .meta({
        openapi: { method: 'GET', path: '/tenants/me/features/{name}', tags, summary: 'Get one module' },
        errors: ['NOT_FOUND'],
      })
      .input(featureAddress)
      .output(featureOutput)
      .query(async ({ ctx, input }) => {
        const feature = (await listStates(ctx)).find(({ name }) => name === input.name)
        if (!feature) throw noSuchModule()
        return feature
      }),

    update: tenantProcedure('features:update')
      .meta({
        openapi: {
          method: 'PUT',
          path: '/tenants/me/features/{name}',
          tags,
          summary: 'Switch a module on or off',
          description:
            'A run does it while everybody goes on working; follow it at `GET /tenants/{tenantId}/status`. ' +
            'A module that is off is hidden and refused, and keeps its records. Sending the same again is ' +
            'harmless: it answers the run that is under way, and starts one again that has failed.',
        },
        successStatus: 202,
        errors: ['NOT_FOUND', 'CONFLICT', 'PLAN_LIMIT_REACHED', 'MODULE_WITHHELD', 'LAST_MODULE'],
      })
      .input(updateFeatureInput)
      .output(updateFeatureOutput)
      .mutation(async ({ ctx, input }) => {
        if (!moduleIds.includes(input.name)) throw noSuchModule()
        const { tenantId } = ctx.tenant
        const { requestId, idempotentCall } = ctx
        const actor = callActor(ctx)
        const wish: ModuleWish = { ...input, tenantId, authority: 'tenant', actor, requestId, idempotentCall }
        const answer = await switchModule(ctx.database.platform, wish)
        if (answer.runId === null) ctx.response.status = 200
        return answer
      }),
  })
}

function noSuchModule(): AppError {
  return new AppError('NOT_FOUND', { message: 'There is no such module.' })
}
