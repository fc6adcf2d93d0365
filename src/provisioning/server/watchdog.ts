import type { ClientBase, Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { errorCatalogue } from '#src/shared/errors/catalogue.ts'
import { endFailedRun } from './end-failed-run.ts'
import { isRunInHand } from './execute-run.ts'
import { resumeLostRollouts } from './rollout/run-rollout-job.ts'
import { RunSupersededError } from './run-events.repository.ts'
import { tryRunLock } from './run-lock.ts'
import { findRunRow, listQuietRuns, listStepStates, type RunRow } from './run-row.repository.ts'
import { executeRunTask, runJobKey } from './run.tasks.ts'

export type Watchdog = { stop: () => Promise<void> }

type WatchdogOptions = { logger: Logger; everyMs?: number; quietMs?: number }

const EVERY_MS = 2_000
/** No living run is silent this long without holding its lock. */
const QUIET_MS = 3_000

/** Looks again and again for runs and rollouts whose worker died, at once when it starts. */
export function startWatchdog(
  pool: Pool,
  { logger, everyMs = EVERY_MS, quietMs = QUIET_MS }: WatchdogOptions,
): Watchdog {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let sweeping: Promise<void> = Promise.resolve()
  function sweep(): void {
    sweeping = sweepLostRuns(pool, { logger, quietMs })
      .then(() => resumeLostRollouts({ pool, logger }))
      .catch((error: unknown) => logger.warn({ err: error }, 'sweep for lost runs failed'))
      .then(() => {
        if (!stopped) timer = setTimeout(sweep, everyMs)
      })
  }
  sweep()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await sweeping
    },
  }
}

/** One look at all open runs that have been quiet for `quietMs` milliseconds. */
export async function sweepLostRuns(
  pool: Pool,
  { logger, quietMs }: { logger: Logger; quietMs: number },
): Promise<void> {
  const quiet = await withPlatformTransaction(pool, (client) => listQuietRuns(client, quietMs))
  for (const runId of quiet.filter((id) => !isRunInHand(id))) {
    try {
      await withPlatformTransaction(pool, (client) => recoverRun(client, runId, logger))
    } catch (error) {
      if (!(error instanceof RunSupersededError)) throw error
    }
  }
}

/** The lock decides: whoever can take it knows that no worker, here or elsewhere, is on the run. */
async function recoverRun(client: ClientBase, runId: string, logger: Logger): Promise<void> {
  if (!(await tryRunLock(client, runId))) return
  const run = await findRunRow(client, runId)
  if (run?.state === 'pending') await requeue(client, run, logger)
  if (run?.state === 'running' || run?.state === 'compensating') {
    logger.warn({ runId, tenantId: run.tenant.tenantId }, 'worker of a run was lost')
    const steps = await listStepStates(client, runId)
    const step = steps.findLast(({ state }) => state === 'running')?.name ?? null
    const { message } = errorCatalogue.WORKER_LOST
    await endFailedRun(client, run, { code: 'WORKER_LOST', message, step, transient: false })
  }
}

/** A run that waits needs a job that waits; a worker may have died between taking the job and starting. */
async function requeue(client: ClientBase, run: RunRow, logger: Logger): Promise<void> {
  await client.query('reset role')
  const waiting = await client.query(
    'select from graphile_worker.jobs where key = $1 and locked_at is null',
    [runJobKey(run.runId)],
  )
  await client.query(`set local role ${PLATFORM_ROLE}`)
  if (waiting.rowCount !== 0) return
  const { runId, attempt } = run
  const { tenantId } = run.tenant
  logger.warn({ runId, tenantId }, 'job of a waiting run was lost')
  await enqueueOn(client, executeRunTask, { payload: { tenantId, runId, attempt }, key: runJobKey(runId) })
}
