import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunKind } from '../run.ts'

/** What past runs say about the next one. */
export type StepEstimate = {
  /** usual total in milliseconds, when there is anything to go by */
  totalMs: number | null
  /** share of a step; equal shares until something is known */
  weightOf: (step: string) => number
}

/** Runs that are looked back at; enough to be steady, few enough to be read at every sign-up. */
const SAMPLE = 20
/** A step that takes no time still moves the bar. */
const LEAST_WEIGHT = 0.2

/**
 * Usual durations of the steps of one kind of run: medians over the newest runs that succeeded. Runs that find a schema in the pool
 * say nothing of those that have to build one, nor the other way round. @param modules that a `create-tenant` run is to bring
 */
export async function estimateSteps(
  db: PlatformDb,
  kind: RunKind,
  modules: readonly string[] = [],
): Promise<StepEstimate> {
  const rows = await db.$queryRaw<{ name: string; ms: number; total: number }[]>`
    with pool as (
      select exists (select from platform.warm_schemas
                     where not is_draining and modules <@ ${modules}::text[]) as has_one
    ), past as (
      select id, extract(epoch from finished_at - started_at) * 1000 as total
      from platform.provisioning_runs
      where kind = ${kind} and state = 'succeeded' and is_prepared = (select has_one from pool)
      order by finished_at desc limit ${SAMPLE}
    )
    select s.name, percentile_cont(0.5) within group (order by s.duration_ms) as ms,
           (select percentile_cont(0.5) within group (order by total) from past) as total
    from past join platform.provisioning_steps s on s.run_id = past.id
    where s.duration_ms is not null
    group by s.name`
  const durations = new Map(rows.map(({ name, ms }) => [name, Math.max(LEAST_WEIGHT, ms)]))
  const total = rows[0]?.total
  return {
    totalMs: total === undefined ? null : Math.round(total),
    weightOf: (step) => durations.get(step) ?? 1,
  }
}
