import type { RunQuery } from '#src/db/server/run-query.ts'
import { OVERVIEW_DAYS, type OverviewDay } from '../../overview.ts'

/**
 * The last days of a calendar. Where each day begins and ends is worked out once, by the clock of the time zone, and
 * rows are compared with those moments: indexes are of use, and no row is converted.
 */
export async function listFleetDays(query: RunQuery, timeZone: string): Promise<OverviewDay[]> {
  const within = (column: string) => `${column} >= days.begins and ${column} < days.ends`
  const text = `with days as materialized (
      select day, day::timestamp at time zone $1 as begins, (day + 1)::timestamp at time zone $1 as ends
      from (select (now() at time zone $1)::date - back as day from generate_series(0, ${OVERVIEW_DAYS - 1}) back) d
    )
    select to_char(days.day, 'YYYY-MM-DD') as day,
      (select count(*)::int from tenants where ${within('created_at')}) as "signUps",
      (select count(*)::int from provisioning_runs where state = 'failed' and ${within('finished_at')}) as failures,
      extract(epoch from built.times[1])::float8 * 1000 as "p50Ms",
      extract(epoch from built.times[2])::float8 * 1000 as "p95Ms"
    from days, lateral (
      select percentile_cont(array[0.5, 0.95]) within group (order by finished_at - started_at) as times
      from provisioning_runs
      where kind = 'create-tenant' and state = 'succeeded' and ${within('finished_at')}
    ) built
    order by days.day`
  return query<OverviewDay>({ text, values: [timeZone] })
}
