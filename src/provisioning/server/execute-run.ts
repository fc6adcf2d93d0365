import { openStatement } from '#src/db/server/connection-scope.ts'
import { isConnectionFailure } from '#src/db/server/sqlstate.ts'
import { platformScope } from '#src/db/server/tenant-scope.ts'
import { rollBack, withPlatformTransaction } from '#src/db/server/transaction.ts'
import { isWorn, noteSchema } from '#src/db/server/worn-connection.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { endFailedRun } from './end-failed-run.ts'
import { executeSteps, type ExecuteDeps, type RunPosition } from './execute-steps.ts'
import { RunSupersededError } from './run-events.repository.ts'
import { describeFailure, RUN_CEILING_MS, type RunFailure } from './run-failure.ts'
import { tryRunLock } from './run-lock.ts'
import { nothingPrepared, type WarmSchema } from './pool/prepared-plane.ts'
import { markDraining } from './pool/warm-schema.repository.ts'
import { findRunRow, type RunRow } from './run-row.repository.ts'

/** Statements of a run wait and work longer than those of a request, but never without end. */
const RUN_TIMEOUTS = `set local statement_timeout to '60s'; set local lock_timeout to '10s'`
const RECONNECT_EVERY_MS = 500

/** Runs this process works on; its watchdog leaves them alone even while PostgreSQL is away. */
const inHand = new Set<string>()

/** True while this process works on the run. */
export function isRunInHand(runId: string): boolean {
  return inHand.has(runId)
}

/**
 * Works on one attempt of a run from start to end. An attempt that somebody else works on, or that was
 * overtaken, is left alone. A failure is recorded before this returns; it never throws for one.
 */
export async function executeRun(
  deps: ExecuteDeps,
  { runId, attempt }: { runId: string; attempt: number },
): Promise<void> {
  if (inHand.has(runId)) return
  inHand.add(runId)
  try {
    const failed = await attemptRun(deps, { runId, attempt })
    if (failed) await recordUntilReachable(deps, failed)
  } finally {
    inHand.delete(runId)
  }
}

type FailedAttempt = { run: RunRow; failure: RunFailure; warm: WarmSchema | null }

async function attemptRun(
  deps: ExecuteDeps,
  { runId, attempt }: { runId: string; attempt: number },
): Promise<FailedAttempt | undefined> {
  const client = await deps.pool.connect()
  const position: RunPosition = { step: null, prepared: nothingPrepared() }
  let run: RunRow | undefined
  // Given up unless the transaction is known to have ended: whatever is still under way dies with it.
  let broken = true
  try {
    await client.query(`${openStatement(platformScope())}; ${RUN_TIMEOUTS}`)
    run = (await tryRunLock(client, runId)) ? await findRunRow(client, runId) : undefined
    if (run?.state === 'pending' && run.attempt === attempt) {
      noteSchema(client, run.tenant.schemaName)
      await client.query('reset role')
      await withinCeiling(executeSteps(deps, { client, run, position }))
    }
    await client.query('commit')
    broken = false
    return undefined
  } catch (error) {
    if (!run) throw error
    const timedOut = error instanceof AppError && error.code === 'RUN_TIMED_OUT'
    if (!timedOut) broken = await rollBack(client)
    if (error instanceof RunSupersededError) return undefined
    const failure = describeFailure(error, position.step)
    deps.logger.warn({ err: error, attempt, code: failure.code, step: failure.step }, 'run attempt failed')
    return { run, failure, warm: position.prepared.warm }
  } finally {
    client.release(broken || isWorn(client))
  }
}

/** While PostgreSQL is away nothing can be recorded; nothing is lost either, so it is tried until it is back. */
async function recordUntilReachable(
  { pool, logger }: ExecuteDeps,
  { run, failure, warm }: FailedAttempt,
): Promise<void> {
  const giveUpAt = Date.now() + RUN_CEILING_MS
  for (;;) {
    try {
      await withPlatformTransaction(pool, async (client) => {
        await endFailedRun(client, run, failure)
        // The rollback has put it back into the pool. If it is to blame, everybody would fail with it.
        if (warm && failure.code === 'PROVISIONING_FAILED') await markDraining(client, warm.id)
      })
      return
    } catch (error) {
      if (error instanceof RunSupersededError) return
      if (!isConnectionFailure(error) || Date.now() > giveUpAt) throw error
      logger.warn({ err: error }, 'failure of a run cannot be recorded yet')
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_EVERY_MS))
    }
  }
}

async function withinCeiling(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const ceiling = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('RUN_TIMED_OUT')), RUN_CEILING_MS)
  })
  try {
    await Promise.race([work, ceiling])
  } finally {
    clearTimeout(timer)
  }
}
