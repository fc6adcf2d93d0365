import { migrationPlan, migrationPlanInput } from '../../migration-plan.ts'
import {
  rolloutAddress,
  rolloutDetails,
  rolloutListInput,
  rolloutPage,
  rolloutTenantPage,
  rolloutTenantsInput,
} from '../../rollouts.ts'
import { viewerProcedure } from '../console-procedures.ts'
import type { ReadFleetMigrations } from './fleet-files.ts'
import { getMigrationPlan } from './plan.service.ts'
import { getRolloutDetails, listRolloutPage, listTenantsOfRollout } from './rollout-view.service.ts'

const tags = ['Console']
const path = '/admin/migrations/rollouts' as const

/** Reading about migrations and the rollouts that bring them. */
export function rolloutQueryProcedures(readFleet: ReadFleetMigrations) {
  return {
    plan: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/migrations/plan',
          tags,
          summary: 'What tenants lack of the migrations this code has',
          description: 'All tenants are compared; those that differ are named page by page.',
        },
      })
      .input(migrationPlanInput)
      .output(migrationPlan)
      .query(async ({ ctx, input }) => getMigrationPlan(ctx.database.pool, await readFleet(), input)),

    list: viewerProcedure()
      .meta({ openapi: { method: 'GET', path, tags, summary: 'List rollouts, the newest first' } })
      .input(rolloutListInput)
      .output(rolloutPage)
      .query(({ ctx, input }) => listRolloutPage(ctx.database.pool, input)),

    get: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: `${path}/{rolloutId}`,
          tags,
          summary: 'Get one rollout: its waves, its pace, and what may be done with it',
        },
        errors: ['NOT_FOUND'],
      })
      .input(rolloutAddress)
      .output(rolloutDetails)
      .query(async ({ ctx, input }) =>
        getRolloutDetails(ctx.database.pool, await readFleet(), input.rolloutId),
      ),

    listTenants: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: `${path}/{rolloutId}/tenants`,
          tags,
          summary: 'List the tenants of a rollout in the order of their turns',
        },
        errors: ['NOT_FOUND'],
      })
      .input(rolloutTenantsInput)
      .output(rolloutTenantPage)
      .query(({ ctx, input }) => listTenantsOfRollout(ctx.database.pool, input)),
  }
}
