import type { ClientBase } from 'pg'

/** First key of the advisory locks of the pool; requests for a job use another second key. */
const POOL_LOCK_SPACE = 7_203_122
const WORK_KEY = 1
/** A process that told nothing for so many seconds is gone. */
const ALIVE_SECONDS = 30
/** A run that is older does not keep the pool from being filled: something else is wrong with it. */
const BUSY_MINUTES = 5

/** One works on the pool at a time, over all processes, until its transaction ends. */
export async function tryPoolLock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock($1, $2) as locked',
    [POOL_LOCK_SPACE, WORK_KEY],
  )
  return rows[0]?.locked === true
}

/** Whether any run waits or is worked on that people look at (platform scope). */
export async function isRunOpen(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from platform.provisioning_runs
     where state in ('pending', 'running', 'compensating') and kind <> 'delete-tenant'
       and updated_at > clock_timestamp() - make_interval(mins => $1) limit 1`,
    [BUSY_MINUTES],
  )
  return rowCount !== 0
}

/** What living processes that take jobs build beforehand (platform scope): the largest size of each fingerprint. */
export async function listPoolSizes(client: ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ fingerprint: string; size: number }>(
    `select pool_fingerprint as fingerprint, max(pool_size)::int as size from platform.nodes
     where pool_fingerprint is not null and pool_size > 0 and takes_jobs
       and seen_at > clock_timestamp() - make_interval(secs => $1)
     group by 1`,
    [ALIVE_SECONDS],
  )
  return new Map(rows.map(({ fingerprint, size }) => [fingerprint, size]))
}

/** Asks a worker to fill the pool, in the caller's transaction (platform scope). One request that waits is enough. */
export async function requestPoolFill(client: ClientBase, inMs: number): Promise<void> {
  await client.query(`select platform.request_pool_fill(now() + make_interval(secs => $1 / 1000.0))`, [inMs])
}
