import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { executeRun } from '../execute-run.ts'
import { createFaultPoint } from '../fault.ts'
import { retryRun } from '../run.service.ts'
import { getRunSnapshot } from '../run.repository.ts'
import { createWaitingTenant, listRemains, type SignedUpTenant } from '../testing/rehearsal.ts'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { createTenantSteps } from '../../run.ts'
import { claimingDeps, listStrays, readPool, settle } from './testing/pool-lab.ts'

const current = useTestDatabase()
let count = 0
const signUp = () => createWaitingTenant(current(), `claim-${(count += 1)}`)
const build = (tenant: SignedUpTenant, changes = {}, attempt = 1) =>
  executeRun(claimingDeps(current(), changes), { runId: tenant.runId, attempt })
const snapshot = ({ runId }: SignedUpTenant) => getRunSnapshot(current().database.platform, runId)
const isPrepared = async ({ runId }: SignedUpTenant) =>
  (await current().database.platform.provisioningRun.findUniqueOrThrow({ where: { id: runId } })).isPrepared

beforeEach(() => settle(current(), { size: 0 }))

describe('a run that finds a schema in the pool', () => {
  it('takes it over, says so, and checks it all the same', async () => {
    await settle(current())
    const tenant = await signUp()
    await build(tenant)
    const run = await snapshot(tenant)
    expect(run).toMatchObject({ state: 'succeeded', percent: 100 })
    const messages = Object.fromEntries(run.steps.map(({ name, message }) => [name, message]))
    expect(messages).toMatchObject({
      'create-role': expect.stringMatching(/^Prepared beforehand\./),
      'create-schema': expect.stringMatching(/^Prepared beforehand\./),
      migrate: 'Prepared beforehand: 1 tables.',
      secure: 'Prepared beforehand: 1 tables are locked.',
      seed: '2 first records added.',
      verify: expect.stringContaining('1 tables checked'),
    })
    expect(await isPrepared(tenant)).toBe(true)
    expect(await readPool(current())).toEqual([])
    expect(await listStrays(current())).toEqual([])
    const ledger = await current().inspect('select from platform.applied_migrations where tenant_id = $1', [
      tenant.tenantId,
    ])
    expect(ledger).toHaveLength(1)
  })

  it('asks for another one, once for all that ask', async () => {
    await settle(current(), { size: 2 })
    await current().inspect(`delete from graphile_worker._private_jobs`)
    for (const tenant of [await signUp(), await signUp()]) await build(tenant)
    const jobs = await current().inspect(
      `select priority from graphile_worker.jobs where task_identifier = 'provisioning.fill-pool'`,
    )
    expect(jobs).toEqual([{ priority: 100 }])
  })

  it('fails when what was prepared has a gap, and nobody fails with it again', async () => {
    await settle(current())
    const [warm] = await current().inspect<{ name: string }>(
      'select schema_name as name from platform.warm_schemas',
    )
    await current().inspect(`alter table ${warm?.name}.notes no force row level security`)
    const tenant = await signUp()
    await build(tenant)
    expect((await snapshot(tenant)).error).toMatchObject({ step: 'verify', code: 'PROVISIONING_FAILED' })
    const next = await signUp()
    await build(next)
    expect(await snapshot(next)).toMatchObject({ state: 'succeeded' })
    expect(await isPrepared(next)).toBe(false)
  })

  it('fails when rows of somebody lie in it', async () => {
    await settle(current())
    const [warm] = await current().inspect<{ name: string }>(
      'select schema_name as name from platform.warm_schemas',
    )
    await current().inspect(
      `drop policy tenant_rows on ${warm?.name}.notes; drop policy own_rows on ${warm?.name}.notes;
       create policy tenant_rows on ${warm?.name}.notes using (true)`,
    )
    const tenant = await signUp()
    await build(tenant)
    expect((await snapshot(tenant)).error).toMatchObject({ step: 'verify' })
  })
})

describe('of several runs at once', () => {
  it('each takes a schema of its own, and those that find none build one', async () => {
    await settle(current(), { size: 2 })
    const tenants = await Promise.all(Array.from({ length: 4 }, signUp))
    await Promise.all(tenants.map((tenant) => build(tenant)))
    const ways = await Promise.all(tenants.map(isPrepared))
    expect(ways.filter(Boolean)).toHaveLength(2)
    expect(await Promise.all(tenants.map(async (tenant) => (await snapshot(tenant)).state))).toEqual(
      tenants.map(() => 'succeeded'),
    )
    expect(await listStrays(current())).toEqual([])
  })
})

describe.each(createTenantSteps.flatMap((step) => [`${step}:before:1`, `${step}:after:1`]))(
  'a run that took a schema and fails at %s',
  (specification) => {
    it('leaves it in the pool, nothing of its own, and takes it again', async () => {
      await settle(current())
      const before = await readPool(current())
      const tenant = await signUp()
      const fault = createFaultPoint(specification)
      await build(tenant, { fault })
      expect((await snapshot(tenant)).state).toBe('failed')
      expect(await listRemains(current(), tenant)).toEqual([])
      expect(await readPool(current())).toEqual(before)

      await retryRun(current().database.platform, tenant.runId, systemActor())
      await build(tenant, { fault }, 2)
      expect((await snapshot(tenant)).state).toBe('succeeded')
      expect(await isPrepared(tenant)).toBe(true)
      expect(await listStrays(current())).toEqual([])
    })
  },
)

describe('only what fits is taken', () => {
  it('not what other code has built', async () => {
    await settle(current(), { fingerprint: 'other code' })
    const tenant = await signUp()
    await build(tenant)
    expect(await isPrepared(tenant)).toBe(false)
    expect(await readPool(current())).toMatchObject([{ fingerprint: 'other code', plane: true }])
  })

  it('not what has modules the tenant did not choose', async () => {
    await settle(current(), { listSets: async () => [['notes', 'moorings']] })
    await current().inspect(`update platform.warm_schemas set modules = '{notes,moorings}'`)
    const tenant = await signUp()
    await build(tenant)
    expect(await isPrepared(tenant)).toBe(false)
  })

  it('not what is being dropped', async () => {
    await settle(current())
    await current().inspect('update platform.warm_schemas set is_draining = true')
    const tenant = await signUp()
    await build(tenant)
    expect(await isPrepared(tenant)).toBe(false)
  })
})
