import { z } from 'zod'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { defineTask, implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { fillPool } from './fill-pool.ts'
import type { PoolDeps } from './pool-deps.ts'
import { requestPoolFill } from './pool-state.repository.ts'

/** A worker that is asked to end lets go within its grace, in milliseconds, and other jobs get their turn. */
const TURN_MS = 3_000
/** Runs come first; so long, in milliseconds, until the next look. */
const BUSY_MS = 1_000
/** Claims of a burst are over by then. */
export const AFTER_CLAIM_MS = 1_000
/** A process that starts has something better to do at first. */
const AFTER_START_MS = 2_000

const fillPoolTask = defineTask('provisioning.fill-pool', z.object({}).loose())

/** Keeps the pool: asked for by claims, by workers that start, and every minute. */
export function createFillPoolTask(deps: PoolDeps): Task {
  const task = implementTask(fillPoolTask, async () => {
    const outcome = await fillPool(deps, { forMs: TURN_MS })
    if (outcome === 'busy' || outcome === 'left') {
      await askToFill(deps, outcome === 'busy' ? BUSY_MS : 0)
    }
  })
  return { ...task, schedule: '* * * * *' }
}

/** Asks for it when a worker starts. */
export async function askToFillOnStart(deps: Pick<PoolDeps, 'pool'>): Promise<void> {
  await askToFill(deps, AFTER_START_MS)
}

async function askToFill({ pool }: Pick<PoolDeps, 'pool'>, inMs: number): Promise<void> {
  await withPlatformTransaction(pool, (client) => requestPoolFill(client, inMs))
}
