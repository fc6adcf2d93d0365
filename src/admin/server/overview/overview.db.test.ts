import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { getOverview } from './overview.service.ts'

const current = useTestDatabase()
const read = (timeZone = 'UTC') => getOverview(current().database.platformQuery, { timeZone })

async function addTenants(
  count: number,
  { status, plan = 'free', age }: { status: string; plan?: string; age: string },
) {
  await current().inspect(
    `insert into platform.tenants (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name,
       role_name, created_at)
     select id, 't-' || left(id::text, 8), 'T', 'lettings', 'UTC', 'EUR', $1, $2, 's' || id, 'r' || id, now() - $3::interval
     from (select gen_random_uuid() as id from generate_series(1, $4::int)) ids`,
    [plan, status, age, count],
  )
}

/** Runs that took so many milliseconds each and ended so long ago. */
async function addRuns(
  times: number[],
  { kind = 'create-tenant', state = 'succeeded', age = '1 hour' } = {},
) {
  await current().inspect(
    `insert into platform.provisioning_runs (id, tenant_id, kind, state, started_at, finished_at)
     select gen_random_uuid(), (select id from platform.tenants limit 1), $1, $2,
       now() - $3::interval - make_interval(secs => ms / 1000.0), now() - $3::interval
     from unnest($4::int[]) ms`,
    [kind, state, age, times],
  )
}

it('says of an empty installation that there is nothing, in 30 days', async () => {
  const { days, provisioning, ...figures } = await read()
  expect(figures).toMatchObject({ tenants: 0, openTenants: 0, openRuns: 0, byPlan: [], byStatus: [] })
  expect(provisioning).toEqual({ runs: 0, p50Ms: null, p95Ms: null })
  expect(days).toHaveLength(30)
  expect(days.at(-1)).toMatchObject({ signUps: 0, failures: 0, p50Ms: null, p95Ms: null })
})

describe('the fleet in numbers', () => {
  beforeAll(async () => {
    await addTenants(3, { status: 'trial', age: '1 hour' })
    await addTenants(2, { status: 'active', plan: 'pro', age: '30 hours' })
    await addTenants(1, { status: 'suspended', plan: 'pro', age: '40 days' })
    await addTenants(4, { status: 'deleted', plan: 'pro', age: '40 days' })
    await addRuns([100, 200, 300, 400, 1_000])
    await addRuns([90_000], { kind: 'enable-module' })
    await addRuns([50_000], { age: '3 days' })
    await addRuns([7, 7], { state: 'failed' })
    await addRuns([7], { state: 'failed', kind: 'enable-module', age: '30 hours' })
    await addRuns([7], { state: 'failed', age: '50 hours' })
    await addRuns([7], { state: 'running' })
  })

  it('counts tenants as they stand, deleted ones only by their status', async () => {
    const { tenants, openTenants, byStatus, byPlan, byIndustry, openRuns } = await read()
    expect({ tenants, openTenants, openRuns }).toEqual({ tenants: 6, openTenants: 5, openRuns: 1 })
    expect(byStatus[0]).toEqual({ value: 'deleted', count: 4 })
    expect(byPlan).toEqual([
      { value: 'free', count: 3 },
      { value: 'pro', count: 3 },
    ])
    expect(byIndustry).toEqual([{ value: 'lettings', count: 6 }])
  })

  it('compares 24 hours with those before', async () => {
    const { signUps, failures } = await read()
    expect(signUps).toEqual({ last24h: 3, before24h: 2 })
    expect(failures).toEqual({ last24h: 2, before24h: 1 })
  })

  it('takes percentiles of sign-ups that were built, and of nothing else', async () => {
    const { provisioning } = await read()
    expect(provisioning.runs).toBe(5)
    expect(provisioning.p50Ms).toBeCloseTo(300, 3)
    expect(provisioning.p95Ms).toBeCloseTo(880, 3)
  })

  it.each(['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati'])(
    'has the days of %s',
    async (zone) => {
      const { days } = await read(zone)
      const dayOf = (hours: number) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now() - hours * 3_600_000)
      expect(days.at(-1)?.day).toBe(dayOf(0))
      const signUps = new Map<string, number>()
      for (const [hours, count] of [
        [1, 3],
        [30, 2],
      ] as const)
        signUps.set(dayOf(hours), (signUps.get(dayOf(hours)) ?? 0) + count)
      expect(new Map(days.flatMap(({ day, signUps: count }) => (count > 0 ? [[day, count]] : [])))).toEqual(
        new Map([...signUps].sort()),
      )
      expect(days.find(({ day }) => day === dayOf(72))?.p50Ms).toBeCloseTo(50_000, 3)
    },
  )
})
