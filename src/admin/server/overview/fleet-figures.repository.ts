import type { RunQuery } from '#src/db/server/run-query.ts'
import { openStatuses } from '#src/tenancy/tenant.ts'
import type { OverviewShare } from '../../overview.ts'

type Figures = {
  at: string
  openRuns: number
  signUps: number
  signUpsBefore: number
  failures: number
  failuresBefore: number
}
type Percentiles = { runs: number; p50Ms: number | null; p95Ms: number | null }
type Shares = Record<'byStatus' | 'byPlan' | 'byIndustry', OverviewShare[]> & {
  tenants: number
  openTenants: number
}

/** What has happened in 24 hours and in those before, and what is under way. */
export async function getFleetFigures(query: RunQuery): Promise<Figures> {
  const within = (column: string, from: number, to: number) =>
    `${column} >= now() - interval '${from} hours' and ${column} < now() - interval '${to} hours'`
  const text = `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    (select count(*)::int from provisioning_runs where state in ('pending', 'running', 'compensating')) as "openRuns",
    (select count(*)::int from tenants where ${within('created_at', 24, 0)}) as "signUps",
    (select count(*)::int from tenants where ${within('created_at', 48, 24)}) as "signUpsBefore",
    (select count(*)::int from provisioning_runs where state = 'failed' and ${within('finished_at', 24, 0)})
      as failures,
    (select count(*)::int from provisioning_runs where state = 'failed' and ${within('finished_at', 48, 24)})
      as "failuresBefore"`
  const [figures] = await query<Figures>({ text, values: [] })
  if (!figures) throw new Error('A statement without a condition found no row.')
  return figures
}

/** How long sign-ups of the last 24 hours took to build, from the start of the attempt that succeeded to its end. */
export async function getBuildTimes(query: RunQuery): Promise<Percentiles> {
  const text = `select runs, extract(epoch from times[1])::float8 * 1000 as "p50Ms",
      extract(epoch from times[2])::float8 * 1000 as "p95Ms"
    from (
      select count(*)::int as runs,
        percentile_cont(array[0.5, 0.95]) within group (order by finished_at - started_at) as times
      from provisioning_runs
      where kind = 'create-tenant' and state = 'succeeded' and finished_at >= now() - interval '24 hours'
    ) built`
  const [times] = await query<Percentiles>({ text, values: [] })
  return times ?? { runs: 0, p50Ms: null, p95Ms: null }
}

/** How many tenants there are of each status, plan and industry, the most first. */
export async function countTenantShares(query: RunQuery): Promise<Shares> {
  const rows = await query<{
    status: string | null
    plan: string | null
    industry: string | null
    every: number
    kept: number
  }>({
    text: `select status, plan, industry, count(*)::int as every,
        count(*) filter (where status <> 'deleted')::int as kept
      from tenants group by grouping sets ((status), (plan), (industry))`,
    values: [],
  })
  const sharesOf = (name: 'status' | 'plan' | 'industry', count: 'every' | 'kept') =>
    rows
      .flatMap((row) =>
        row[name] === null || row[count] === 0 ? [] : [{ value: row[name], count: row[count] }],
      )
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
  const byStatus = sharesOf('status', 'every')
  const countIn = (isIn: (status: string) => boolean) =>
    byStatus.reduce((sum, { value, count }) => sum + (isIn(value) ? count : 0), 0)
  const open: readonly string[] = openStatuses
  return {
    tenants: countIn((status) => status !== 'deleted'),
    openTenants: countIn((status) => open.includes(status)),
    byStatus,
    byPlan: sharesOf('plan', 'kept'),
    byIndustry: sharesOf('industry', 'kept'),
  }
}
