import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'

/** First key of the advisory locks of runs, so that they meet no other use of advisory locks. */
const RUN_LOCK_SPACE = 7_203_117

/**
 * Takes the lock of a run until the transaction of `client` ends. Whoever works on a run holds it inside the
 * very transaction that builds the tenant: PostgreSQL frees it the moment that connection is gone, so a free
 * lock proves that nobody works on the run any more.
 * @returns false when somebody else holds it
 */
export async function tryRunLock(client: ClientBase, runId: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock($1, hashtext($2)) as locked',
    [RUN_LOCK_SPACE, runId],
  )
  return rows[0]?.locked === true
}

/** The same in a transaction of the platform's client. */
export async function tryRunLockOn(tx: PlatformTx, runId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    select pg_try_advisory_xact_lock(${RUN_LOCK_SPACE}::int, hashtext(${runId})) as locked`
  return row?.locked === true
}
