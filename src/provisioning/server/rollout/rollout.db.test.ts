import { describe, expect, it } from 'vitest'
import type { SignedUpTenant } from '../testing/rehearsal.ts'
import { executeRollout } from './execute-rollout.ts'
import type { FleetMigrations } from './fleet-migrations.ts'
import { listGaps } from './fleet-plan.repository.ts'
import { readLedger } from './testing/fleet.ts'
import { AFTER, BEFORE, fleetDeps, IDS, newFleet, testMigration } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const { db, fleet, inPlatform, order, orderBack, execute, move, summary, tenants, planes } = useFleet(6)
const all = <T>(value: T) => fleet().map(() => value)

/** The newer module, of which a table cannot be made where a note has a certain title. */
function failingWith(title: string): FleetMigrations {
  const [first, colour] = newFleet.get('notes') ?? []
  const check = testMigration('notes', '0003_check', {
    up: `alter table notes add constraint notes_title_check check (title <> '${title}')`,
    down: 'alter table notes drop constraint notes_title_check',
  })
  return new Map([['notes', [first, colour, check].filter((one) => one !== undefined)]])
}

async function spoil(tenant: SignedUpTenant | undefined): Promise<void> {
  await db().inspect(`update ${tenant?.schemaName}.notes set title = 'bad'`)
}

describe('the plan', () => {
  it('tells for each tenant what is missing, changed and unknown, and nothing of those that are as they should be', async () => {
    const [behind, changed, ahead, off, closed] = fleet()
    const ledger = 'insert into platform.applied_migrations (tenant_id, migration_set, name, checksum)'
    const rest = [changed, ahead, closed, fleet()[5]].map((tenant) => tenant?.tenantId)
    for (const name of ['0002_colour', '0003_labels']) {
      const checksum = newFleet.get('notes')?.find((one) => one.name === name)?.checksum
      await db().inspect(`${ledger} select unnest($1::uuid[]), 'notes', $2, $3`, [rest, name, checksum])
    }
    await db().inspect(
      `update platform.applied_migrations set checksum = 'x' where tenant_id = $1 and name = '0001_notes'`,
      [changed?.tenantId],
    )
    await db().inspect(`${ledger} values ($1, 'notes', '0009_later', 'x')`, [ahead?.tenantId])
    await db().inspect('update platform.tenant_features set enabled = false where tenant_id = $1', [
      off?.tenantId,
    ])
    await db().inspect(`update platform.tenants set status = 'suspended' where id = $1`, [behind?.tenantId])
    await db().inspect(`update platform.tenants set status = 'failed' where id = $1`, [closed?.tenantId])
    const gaps = await inPlatform((client) => listGaps(client, newFleet))
    const none = { missing: [], changed: [], unknown: [] }
    expect(gaps).toEqual([
      { ...none, tenantId: behind?.tenantId, subdomain: expect.any(String) as string, missing: IDS.slice(1) },
      {
        ...none,
        tenantId: changed?.tenantId,
        subdomain: expect.any(String) as string,
        changed: IDS.slice(0, 1),
      },
      {
        ...none,
        tenantId: ahead?.tenantId,
        subdomain: expect.any(String) as string,
        unknown: ['notes/0009_later'],
      },
      // Switched off, but the tables are there and may come back.
      { ...none, tenantId: off?.tenantId, subdomain: expect.any(String) as string, missing: IDS.slice(1) },
    ])
    const refused = order()
    await expect(refused).rejects.toMatchObject({
      code: 'MIGRATIONS_CHANGED',
      details: { migrations: IDS.slice(0, 1) },
    })
  })
})

describe('a rollout', () => {
  it('brings every tenant up to date, with rights, locks and ledger, once, and back again', async () => {
    const id = await order({ waveSize: 2, canary: { share: 0.1 } })
    expect(await execute(id)).toBe('ended')
    expect(await summary(id)).toMatchObject({
      state: 'succeeded',
      counts: { succeeded: 6, pending: 0, running: 0 },
    })
    expect(await planes()).toEqual(all(AFTER))
    expect(await Promise.all(fleet().map((tenant) => readLedger(db(), tenant)))).toEqual(all(IDS))
    const [tenant] = fleet()
    const [rights] = await db().inspect<{ granted: boolean; forced: boolean }>(
      `select has_table_privilege($1, c.oid, 'select, insert, update, delete') as granted, relforcerowsecurity as forced
       from pg_class c where c.oid = $2::regclass`,
      [tenant?.roleName, `${tenant?.schemaName}.labels`],
    )
    expect(rights).toEqual({ granted: true, forced: true })
    expect(await inPlatform((client) => listGaps(client, newFleet))).toEqual([])

    const target = { module: 'notes', to: '0001_notes' }
    const back = await orderBack(target)
    await execute(back)
    expect(await summary(back)).toMatchObject({ state: 'succeeded', target })
    expect(await planes()).toEqual(all(BEFORE))
    const counts = await Promise.all(
      fleet().map(({ schemaName }) => db().inspect(`select from ${schemaName}.notes`)),
    )
    expect(counts.map((rows) => rows.length)).toEqual(all(2))
  })

  it('is one at a time, and of two who work on it each tenant meets one', async () => {
    const id = await order({ concurrency: 3 })
    await expect(order()).rejects.toMatchObject({ code: 'ROLLOUT_OPEN' })
    await Promise.all([execute(id), execute(id), execute(id)])
    const worked = await tenants(id)
    expect(worked.map(({ state, attempts, done }) => ({ state, attempts, done }))).toEqual(
      all({ state: 'succeeded', attempts: 1, done: IDS.slice(1) }),
    )
    expect(await planes()).toEqual(all(AFTER))
  })

  it('whose canary fails leaves all others alone, and goes back to before', async () => {
    const bad = failingWith('bad')
    await spoil(fleet()[1])
    const canary = {
      tenantIds: fleet()
        .slice(0, 2)
        .map(({ tenantId }) => tenantId),
    }
    const id = await order({ canary, errorBudget: { count: 5 }, concurrency: 2 }, bad)
    await execute(id, bad)
    expect(await summary(id)).toMatchObject({
      state: 'stopped',
      stopReason: 'canary',
      counts: { succeeded: 1, failed: 1, pending: 4 },
    })
    const untouched = BEFORE
    expect((await planes()).slice(1)).toEqual(all(untouched).slice(1))
    const [failed] = await tenants(id, ['failed'])
    expect(failed).toMatchObject({ tenantId: fleet()[1]?.tenantId, done: [], error: { code: '23514' } })

    const target = { rolloutId: id }
    const back = await orderBack(target, {}, bad)
    await execute(back, bad)
    expect((await summary(back)).counts).toMatchObject({ total: 1, succeeded: 1 })
    expect(await planes()).toEqual(all(BEFORE))
  })

  it('stops when more fail than its budget allows, and goes on when they are tried again', async () => {
    const bad = failingWith('bad')
    for (const tenant of fleet().slice(1, 4)) await spoil(tenant)
    const canary = {
      tenantIds: fleet()
        .slice(0, 1)
        .map(({ tenantId }) => tenantId),
    }
    const id = await order({ canary, errorBudget: { count: 1 }, concurrency: 1 }, bad)
    await execute(id, bad)
    expect(await summary(id)).toMatchObject({
      state: 'stopped',
      stopReason: 'budget',
      counts: { succeeded: 1, failed: 2, pending: 3 },
    })
    for (const tenant of fleet()) await db().inspect(`update ${tenant.schemaName}.notes set title = 'good'`)
    await move(id, 'retry', bad)
    await execute(id, bad)
    expect(await summary(id)).toMatchObject({
      state: 'succeeded',
      stopReason: null,
      counts: { succeeded: 6 },
    })
  })

  it('rests while it is paused, and ends for good when it is given up', async () => {
    const id = await order({ concurrency: 1 })
    await move(id, 'pause')
    expect(await execute(id)).toBe('ended')
    expect(await planes()).toEqual(all(BEFORE))
    await move(id, 'resume')
    expect(await executeRollout(fleetDeps(db()), id, { forMs: 1 })).toBe('left')
    expect((await summary(id)).counts.pending).toBeLessThan(6)
    await move(id, 'cancel')
    await execute(id)
    expect(await summary(id)).toMatchObject({ state: 'stopped', stopReason: 'cancelled' })
    expect((await summary(id)).counts.pending).toBeGreaterThan(0)
    await expect(move(id, 'retry')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
    await expect(move(id, 'resume')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' })
  })

  it('is left alone by code that has other migrations', async () => {
    const id = await order()
    expect(await execute(id, failingWith('x'))).toBe('foreign')
    expect(await planes()).toEqual(all(BEFORE))
  })

  it('passes over a tenant that was closed meanwhile', async () => {
    const id = await order()
    await db().inspect(`update platform.tenants set status = 'deleted' where id = $1`, [fleet()[2]?.tenantId])
    await execute(id)
    expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: 5, skipped: 1 } })
    expect((await planes())[2]).toEqual(BEFORE)
  })

  it('takes nothing back that something later stands on', async () => {
    const id = await order()
    await execute(id)
    const ledger = 'insert into platform.applied_migrations (tenant_id, migration_set, name, checksum)'
    await db().inspect(`${ledger} values ($1, 'notes', '0009_later', 'x')`, [fleet()[0]?.tenantId])
    const canary = { tenantIds: [fleet()[0]?.tenantId] }
    const back = await orderBack({ rolloutId: id }, { canary })
    await execute(back)
    expect(await summary(back)).toMatchObject({ state: 'stopped', stopReason: 'canary' })
    expect(await planes()).toEqual(all(AFTER))
  })
})
