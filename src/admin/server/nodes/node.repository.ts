import type { Pool } from 'pg'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import { LOST_AFTER_SECONDS, type Node } from '../../node.ts'

/** What a process says of itself. */
export type NodeSign = Omit<Node, 'startedAt' | 'seenAt' | 'isLost'> & {
  startedAt: Date
  migrations: readonly string[]
  /** what the queue calls it while it holds a job */
  locks: readonly string[]
  /** see `markInstallation` */
  marks: readonly string[]
  pool?: { fingerprint: string; size: number } | undefined
}

/** Writes down that a process lives, at the time of the database's clock. @param query in the scope of the platform */
export async function saveNodeSign(query: RunQuery, sign: NodeSign): Promise<void> {
  const { id, kind, takesJobs, host, pid, version, commit, runtime, startedAt } = sign
  const { migrations, locks, marks, pool } = sign
  await query({
    text: `insert into nodes
        (id, kind, takes_jobs, host, pid, version, "commit", runtime, started_at, migrations, locks, marks,
         pool_fingerprint, pool_size)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      on conflict (id) do update set
        takes_jobs = excluded.takes_jobs, locks = excluded.locks, seen_at = clock_timestamp()`,
    values: [
      ...[id, kind, takesJobs, host, pid, version, commit, runtime, startedAt, migrations, locks, marks],
      ...[pool?.fingerprint ?? null, pool?.size ?? 0],
    ],
  })
}

/** A living process as others compare themselves with it. */
export type Peer = Pick<Node, 'kind' | 'host' | 'pid'> & { marks: string[] }

/** The processes that live, but for one. @param query in the scope of the platform */
export function listPeers(query: RunQuery, id: string): Promise<Peer[]> {
  return query<Peer>({
    text: `select kind, host, pid, marks from nodes
      where id <> $1 and marks <> '{}' and seen_at >= now() - make_interval(secs => $2) order by started_at`,
    values: [id, LOST_AFTER_SECONDS],
  })
}

/**
 * Gives back to the queue what lost processes held, for others to take. A process that was only silent and ends such
 * a job after all ends it twice, as it may with any job.
 * @param pool unscoped: the queue has an owner of its own
 */
export async function releaseLostJobs(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ locks: string[] }>(
    `with silent as (
       select id, locks from platform.nodes
       where locks <> '{}' and seen_at < now() - make_interval(secs => $1) for update skip locked
     ), lost as (
       update platform.nodes n set locks = '{}' from silent where n.id = silent.id returning silent.locks
     ), names as (select coalesce(array_agg(name), '{}') as locks from lost, unnest(lost.locks) as name)
     select locks, graphile_worker.force_unlock_workers(locks) from names`,
    [LOST_AFTER_SECONDS],
  )
  return rows.flatMap(({ locks }) => locks)
}

export async function deleteNode(db: PlatformDb, id: string): Promise<void> {
  await db.node.deleteMany({ where: { id } })
}

/** All processes that are known, those that live first. @param query in the scope of the platform */
export async function listNodes(query: RunQuery): Promise<Node[]> {
  type Row = Omit<Node, 'startedAt' | 'seenAt'> & { startedAt: Date; seenAt: Date }
  const rows = await query<Row>({
    text: `select id, kind, takes_jobs as "takesJobs", host, pid, version, "commit", runtime,
        started_at as "startedAt", seen_at as "seenAt", seen_at < now() - make_interval(secs => $1) as "isLost"
      from nodes order by "isLost", kind, host, started_at limit 200`,
    values: [LOST_AFTER_SECONDS],
  })
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
  }))
}
