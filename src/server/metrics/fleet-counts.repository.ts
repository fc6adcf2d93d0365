import type { Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'

export type RunCounts = { kind: string; state: string; count: number; seconds: number }
export type QueueCounts = { task: string; waiting: number; failing: number }

/** How runs stand and how long those that are over took, over all processes. */
export async function countRuns(pool: Pool): Promise<RunCounts[]> {
  return withPlatformTransaction(pool, async (client) => {
    const { rows } = await client.query<RunCounts>(
      `select kind, state, count(*)::int as count,
              coalesce(sum(extract(epoch from finished_at - started_at)), 0)::float8 as seconds
       from platform.provisioning_runs group by kind, state`,
    )
    return rows
  })
}

/** Schemas that wait for tenants, by their modules. */
export async function countWarmSchemas(pool: Pool): Promise<{ modules: string; count: number }[]> {
  return withPlatformTransaction(pool, async (client) => {
    const { rows } = await client.query<{ modules: string; count: number }>(
      `select array_to_string(modules, '+') as modules, count(*)::int as count
       from platform.warm_schemas where not is_draining group by 1`,
    )
    return rows
  })
}

/** Workspaces that were built, with a schema that waited (`warm`) and without (`cold`). */
export async function countClaims(pool: Pool): Promise<{ way: string; count: number }[]> {
  return withPlatformTransaction(pool, async (client) => {
    const { rows } = await client.query<{ way: string; count: number }>(
      `select case when is_prepared then 'warm' else 'cold' end as way, count(*)::int as count
       from platform.provisioning_runs where kind = 'create-tenant' and state = 'succeeded' group by 1`,
    )
    return rows
  })
}

export type DriftCounts = { critical: number; warning: number; ageSeconds: number }

/** What the last finished check for drift found, and how long ago that is; nothing before the first. */
export async function readDrift(pool: Pool): Promise<DriftCounts[]> {
  return withPlatformTransaction(pool, async (client) => {
    const { rows } = await client.query<DriftCounts>(
      `select (summary ->> 'critical')::int as critical, (summary ->> 'warning')::int as warning,
              extract(epoch from now() - finished_at)::float8 as "ageSeconds"
       from platform.drift_checks where state = 'succeeded' order by created_at desc, id desc limit 1`,
    )
    return rows
  })
}

/** Jobs that nobody has taken yet, and those of them that have failed before. */
export async function countJobs(pool: Pool): Promise<QueueCounts[]> {
  const { rows } = await pool.query<QueueCounts>(
    `select task_identifier as task, count(*) filter (where locked_at is null and run_at <= now())::int as waiting,
            count(*) filter (where attempts > 0 and locked_at is null)::int as failing
     from graphile_worker.jobs group by task_identifier`,
  )
  return rows
}
