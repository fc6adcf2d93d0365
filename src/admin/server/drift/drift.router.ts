import { z } from 'zod'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { executeRepair } from '#src/provisioning/server/drift/repair/execute-repair.ts'
import { planRepair } from '#src/provisioning/server/drift/repair/plan-repair.ts'
import { startDriftCheck } from '#src/provisioning/server/drift/run-drift-job.ts'
import type { Module } from '#src/resources/define-module.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { driftInput, driftState, repairAnswer, repairInput, startedCheck } from '../../drift.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { createFleetFiles } from '../migrations/fleet-files.ts'
import { getDriftChecks, listDriftReports } from './drift-view.repository.ts'

const tags = ['Console']

/** Whether tenants are still what they were built as, and putting them right. */
export function createDriftRouter(modules: readonly Module[]) {
  const readFleet = createFleetFiles(modules)
  return createRouter({
    get: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/drift',
          tags,
          summary: 'What the last check for drift found, tenant by tenant',
          description: 'With what was expected, what is there, and the statements that put it right.',
        },
      })
      .input(driftInput)
      .output(driftState)
      .query(({ ctx, input }) =>
        withPlatformTransaction(ctx.database.pool, async (client) => {
          const checks = await getDriftChecks(client)
          const { page, limit } = input
          const found = checks.last
            ? await listDriftReports(client, checks.last.checkId, input)
            : { items: [], total: 0 }
          return { ...checks, reports: { ...found, page, limit } }
        }),
      ),

    check: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: '/admin/drift/check',
          tags,
          summary: 'Compare all tenants with what they should be, now',
          description:
            'A worker does it. One check is under way at a time: asked again, the answer is that one.',
        },
        successStatus: 202,
      })
      .input(z.object({}))
      .output(startedCheck)
      .mutation(async ({ ctx }) => ({
        checkId: await startDriftCheck(ctx.database.pool, callActor(ctx).userId),
      })),

    repair: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: '/admin/drift/repair',
          tags,
          summary: 'Plan the repair of a tenant, or carry a plan out',
          description:
            'Without `plan` the answer is what would be done. With it, and with the subdomain as `confirm`, just that is done.',
        },
        errors: ['NOT_FOUND', 'CONFLICT', 'DRIFT_CHANGED', 'CONFIRMATION_MISMATCH'],
      })
      .input(repairInput)
      .output(repairAnswer)
      .mutation(async ({ ctx, input: { tenantId, plan: hash, confirm } }) => {
        const migrations = await readFleet()
        const { pool } = ctx.database
        const deps = { pool, migrations, blueprintOf: createBlueprintOf(modules, migrations) }
        const plan = await planRepair(deps, tenantId)
        if (hash === undefined) return { plan, result: null }
        if (confirm !== plan.subdomain) throw new AppError('CONFIRMATION_MISMATCH')
        const result = await executeRepair(deps, { tenantId, hash, actor: callActor(ctx) })
        return { plan, result }
      }),
  })
}
