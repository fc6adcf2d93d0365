import { AppError } from '#src/shared/errors/app-error.ts'
import { planFeature } from '#src/tenancy/plan-feature.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import {
  overrideListInput,
  overridePage,
  planFeaturesTable,
  setPlanFeatureInput,
} from '../../plan-features.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { listOverrides } from './plan-table.repository.ts'
import { getPlanTable, setPlanFeature } from './plan-table.service.ts'

const tags = ['Console']

/** What plans do with modules, and where the platform has decided otherwise. @param moduleIds all modules there are */
export function createPlanFeaturesProcedures(moduleIds: readonly string[]) {
  return {
    list: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/features',
          tags,
          summary: 'Plans by modules, with how many have what',
        },
      })
      .output(planFeaturesTable)
      .query(({ ctx }) => getPlanTable(ctx.database.platform, moduleIds)),

    setPlanDefault: adminProcedure()
      .meta({
        openapi: {
          method: 'PUT',
          path: '/admin/features/{plan}/{module}',
          tags,
          summary: 'Say what a plan does with a module',
          description: 'It counts for what is chosen from now on. What a tenant has switched on stays on.',
        },
        errors: ['NOT_FOUND'],
      })
      .input(setPlanFeatureInput)
      .output(planFeature)
      .mutation(({ ctx, input }) => {
        if (!moduleIds.includes(input.module)) {
          throw new AppError('NOT_FOUND', { message: 'There is no such module.' })
        }
        const { idempotentCall } = ctx
        return setPlanFeature(ctx.database.platform, input, { actor: callActor(ctx), idempotentCall })
      }),

    listOverrides: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/features/overrides',
          tags,
          summary: 'Modules that the platform has switched for tenants, newest first',
        },
      })
      .input(overrideListInput)
      .output(overridePage)
      .query(async ({ ctx, input }) => ({
        ...(await listOverrides(ctx.database.platform, input)),
        page: input.page,
        limit: input.limit,
      })),
  }
}
