import type { ClientBase } from 'pg'

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
