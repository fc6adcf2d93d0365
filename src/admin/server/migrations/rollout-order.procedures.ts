import type { Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import type { DownTarget } from '#src/provisioning/rollout.ts'
import { findRolloutOrder } from '#src/provisioning/server/rollout/rollout.repository.ts'
import { startRollDown, startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { orderedRollout, startDownInput, startRolloutInput } from '../../rollouts.ts'
import { adminProcedure } from '../console-procedures.ts'
import type { ReadFleetMigrations } from './fleet-files.ts'

const tags = ['Console']
const path = '/admin/migrations/rollouts' as const

/** Ordering rollouts; a worker does them. */
export function rolloutOrderProcedures(readFleet: ReadFleetMigrations) {
  return {
    start: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path,
          tags,
          summary: 'Bring all tenants up to date: canaries first, then in waves',
          description: 'A worker goes through the fleet. One rollout is open at a time.',
        },
        successStatus: 202,
        errors: ['MIGRATIONS_CHANGED', 'NODES_BEHIND', 'ROLLOUT_OPEN'],
      })
      .input(startRolloutInput)
      .output(orderedRollout)
      .mutation(async ({ ctx, input: { settings } }) => {
        const order = { settings, migrations: await readFleet(), actor: callActor(ctx), queue: true }
        return { rolloutId: await startRollUp(ctx.database.pool, order) }
      }),

    startDown: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: `${path}/down`,
          tags,
          summary: 'Take migrations back; what only the newer form could hold is lost',
          description:
            'What a rollout has applied, in the tenants it has reached, or all of a module that is newer than a migration.',
        },
        successStatus: 202,
        errors: ['NOT_FOUND', 'CONFIRMATION_MISMATCH', 'ROLLOUT_OPEN'],
      })
      .input(startDownInput)
      .output(orderedRollout)
      .mutation(async ({ ctx, input: { target, confirm, settings } }) => {
        if (confirm !== nameOf(target)) throw new AppError('CONFIRMATION_MISMATCH')
        await requireTarget(ctx.database.pool, target)
        const order = { target, settings, migrations: await readFleet(), actor: callActor(ctx), queue: true }
        return { rolloutId: await startRollDown(ctx.database.pool, order) }
      }),
  }
}

function nameOf(target: DownTarget): string {
  return 'rolloutId' in target ? target.rolloutId : `${target.module}/${target.to}`
}

async function requireTarget(pool: Pool, target: DownTarget): Promise<void> {
  if (!('rolloutId' in target)) return
  const found = await withPlatformTransaction(pool, (client) => findRolloutOrder(client, target.rolloutId))
  if (!found) throw new AppError('NOT_FOUND')
}
