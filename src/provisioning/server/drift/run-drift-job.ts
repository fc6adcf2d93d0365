import type { Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { enqueueOn } from '#src/jobs/server/enqueue.repository.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { checkDrift } from './check-drift.ts'
import { checkDriftTask } from './drift.tasks.ts'
import {
  findOpenCheck,
  insertCheck,
  saveFailure,
  saveFindings,
  saveProgress,
} from './drift-store.repository.ts'
import type { GoldenDeps } from './golden.ts'

const TELL_EVERY_MS = 500

/** Has a worker check all tenants. One check is under way at a time: whoever asks meanwhile is shown that one. */
export async function startDriftCheck(pool: Pool, requestedBy: string | null): Promise<string> {
  return withPlatformTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('drift check'))`)
    const open = await findOpenCheck(client)
    if (open !== null) return open
    const checkId = await insertCheck(client, requestedBy)
    await enqueueOn(client, checkDriftTask, { payload: { checkId } })
    return checkId
  })
}

/** Compares all tenants and stores what was found, for the console and for whoever measures. */
export async function runDriftJob(
  deps: GoldenDeps & { logger: Logger },
  { checkId }: { checkId?: string | undefined },
): Promise<void> {
  const { pool, logger } = deps
  const id = checkId ?? (await withPlatformTransaction(pool, (client) => insertCheck(client, null)))
  let told = Promise.resolve()
  let toldAt = -Infinity
  function tell(done: number, total: number): void {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    told = told.then(() =>
      withPlatformTransaction(pool, (client) => saveProgress(client, id, { done, total })),
    )
  }
  try {
    tell(0, 0)
    const found = await checkDrift(deps, { onProgress: tell })
    await told
    await withPlatformTransaction(pool, (client) => saveFindings(client, id, found))
    const { tenants, critical, warning, durationMs } = found.summary
    const line = { tenants, critical, warning, durationMs }
    if (critical > 0) logger.error(line, 'tenants differ from what they should be')
    else logger.info(line, 'tenants were compared with what they should be')
  } catch (error) {
    await told.catch(() => undefined)
    await withPlatformTransaction(pool, (client) => saveFailure(client, id))
    throw error
  }
}
