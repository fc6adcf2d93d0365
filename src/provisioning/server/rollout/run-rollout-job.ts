import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import { executeRollout } from './execute-rollout.ts'
import type { RolloutDeps } from './rollout-deps.ts'
import { listQuietRollouts, saveRolloutSign } from './rollout.repository.ts'
import { executeRolloutTask, rolloutJobKey } from './rollout.tasks.ts'

/** A worker that is asked to end lets go within its grace, in milliseconds, and others get their turn. */
const TURN_MS = 4_000
/** No living rollout is silent this long, in milliseconds. */
const QUIET_MS = 5_000

/** One turn of a worker at a rollout; the next one is a job of its own. */
export async function runRolloutJob(deps: RolloutDeps, rolloutId: string): Promise<void> {
  // The other half is for those who use the product meanwhile.
  const connections = Math.floor(deps.pool.options.max / 2)
  const effort = await executeRollout(deps, rolloutId, { forMs: TURN_MS, connections })
  if (effort !== 'left') return
  await withPlatformTransaction(deps.pool, (client) =>
    enqueueOn(client, executeRolloutTask, { payload: { rolloutId }, key: rolloutJobKey(rolloutId) }),
  )
}

/** Takes up rollouts whose migrator is gone; one that should not have been is worked on by two, which does no harm. */
export async function resumeLostRollouts(
  { pool, logger }: Pick<RolloutDeps, 'pool' | 'logger'>,
  { quietMs = QUIET_MS }: { quietMs?: number } = {},
): Promise<void> {
  await withPlatformTransaction(pool, async (client) => {
    for (const rolloutId of await listQuietRollouts(client, quietMs)) {
      logger.warn({ rolloutId }, 'a rollout that nobody works on is taken up')
      await saveRolloutSign(client, rolloutId)
      await enqueueOn(client, executeRolloutTask, { payload: { rolloutId }, key: rolloutJobKey(rolloutId) })
    }
  })
}
