import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import { LOST_AFTER_SECONDS, type Node } from '../../node.ts'

/** What a process says of itself. */
export type NodeSign = Omit<Node, 'startedAt' | 'seenAt' | 'isLost'> & {
  startedAt: Date
  migrations: readonly string[]
}

/** Writes down that a process lives, at the time of the database's clock. @param query in the scope of the platform */
export async function saveNodeSign(query: RunQuery, sign: NodeSign): Promise<void> {
  const { id, kind, takesJobs, host, pid, version, commit, runtime, startedAt, migrations } = sign
  await query({
    text: `insert into nodes (id, kind, takes_jobs, host, pid, version, "commit", runtime, started_at, migrations)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (id) do update set takes_jobs = excluded.takes_jobs, seen_at = clock_timestamp()`,
    values: [id, kind, takesJobs, host, pid, version, commit, runtime, startedAt, migrations],
  })
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
