import type { ClientBase, Pool } from 'pg'
import { appendAuditOn, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { pickMigrations, type FleetMigrations } from './fleet-migrations.ts'
import { requireReadyNodes } from './ready-nodes.repository.ts'
import { findRolloutOrder, moveRollout, reopenFailed, type RolloutOrder } from './rollout.repository.ts'
import { executeRolloutTask, rolloutJobKey } from './rollout.tasks.ts'

export const rolloutMoves = ['pause', 'resume', 'retry', 'cancel'] as const
export type RolloutMove = (typeof rolloutMoves)[number]

type Options = {
  move: RolloutMove
  actor: AuditActor
  migrations: FleetMigrations
  /** whether a worker goes on with it; the command line does so itself */
  queue: boolean
}

/**
 * Pauses a rollout (tenants in hand are finished), goes on with it, tries the tenants that failed again, or gives it up.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION when it cannot be moved so as it stands, ROLLOUT_OPEN, NODES_BEHIND
 */
export async function changeRollout(
  pool: Pool,
  rolloutId: string,
  { move, actor, migrations, queue }: Options,
): Promise<void> {
  await withPlatformTransaction(pool, async (client) => {
    const order = await findRolloutOrder(client, rolloutId)
    if (!order) throw new AppError('NOT_FOUND')
    const goesOn = move === 'resume' || move === 'retry'
    if (goesOn && order.direction === 'up') {
      const named = pickMigrations(
        migrations,
        order.migrations.map(({ id }) => id),
      )
      await requireReadyNodes(
        client,
        named.filter(({ breaking }) => breaking),
      )
    }
    if (!(await tryMove(client, order, move))) {
      throw new AppError('INVALID_TRANSITION', { details: { from: order.state, to: move } })
    }
    await appendAuditOn(client, {
      tenantId: null,
      actor,
      action: `rollouts.${move}`,
      resource: { type: 'rollouts', id: rolloutId },
      details: { before: { state: order.state, stopReason: order.stopReason } },
    })
    if (goesOn && queue) {
      await enqueueOn(client, executeRolloutTask, { payload: { rolloutId }, key: rolloutJobKey(rolloutId) })
    }
  })
}

async function tryMove(client: ClientBase, order: RolloutOrder, move: RolloutMove): Promise<boolean> {
  switch (move) {
    case 'pause':
      return moveRollout(client, order.id, { from: ['pending', 'running'], to: 'paused' })
    case 'resume':
      return moveRollout(client, order.id, { from: ['paused'], to: 'running' })
    case 'cancel':
      return moveRollout(client, order.id, {
        from: ['pending', 'running', 'paused'],
        to: 'stopped',
        reason: 'cancelled',
      })
    case 'retry':
      return tryAgain(client, order)
  }
}

/** What somebody gave up stays so: the fleet may have moved on. */
async function tryAgain(client: ClientBase, { id, stopReason }: RolloutOrder): Promise<boolean> {
  if (stopReason === 'cancelled' || (await reopenFailed(client, id)) === 0) return false
  return moveRollout(client, id, { from: ['stopped', 'failed', 'paused', 'running'], to: 'running' }).catch(
    (error: unknown) => {
      if (sqlstateOf(error) === SQLSTATE.uniqueViolation) throw new AppError('ROLLOUT_OPEN', { cause: error })
      throw error
    },
  )
}
