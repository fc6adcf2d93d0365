import { describe, expect, it } from 'vitest'
import type { FleetMigrations } from './fleet-migrations.ts'
import { newFleet, testMigration } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const { db, fleet, order, orderBack, execute, summary, tenants } = useFleet(2)
const [first] = newFleet.get('notes') ?? []

function withMigration(name: string, sql: { up: string; down: string }): FleetMigrations {
  return new Map([['notes', [...(first ? [first] : []), testMigration('notes', name, sql)]]])
}

async function titles(): Promise<(string | null)[]> {
  const all = await Promise.all(
    fleet().map(({ schemaName }) =>
      db().inspect<{ title: string }>(`select title from ${schemaName}.notes order by 1`),
    ),
  )
  return all.flat().map(({ title }) => title)
}

describe('a migration that works on rows', () => {
  const shout = withMigration('0002_shout', {
    up: `alter table notes add column loud text; update notes set loud = upper(title);
         alter table notes alter column loud set not null; update notes set title = loud`,
    down: `update notes set title = lower(title); alter table notes drop column loud`,
  })

  it('meets all rows of the tenant, up and down, and leaves the table locked', async () => {
    const id = await order({ canary: { share: 1 } }, shout)
    await execute(id, shout)
    expect(await summary(id)).toMatchObject({ state: 'succeeded' })
    expect(await titles()).toEqual(['FIRST', 'SECOND', 'FIRST', 'SECOND'])
    const forced = `select relforcerowsecurity as forced from pg_class where oid = $1::regclass`
    for (const { schemaName } of fleet()) {
      expect(await db().inspect(forced, [`${schemaName}.notes`])).toEqual([{ forced: true }])
    }
    await execute(await orderBack({ rolloutId: id }, {}, shout), shout)
    expect(await titles()).toEqual(['first', 'second', 'first', 'second'])
  })
})

describe('a migration that fails', () => {
  it('at the commit fails its tenant alone', async () => {
    const twice = withMigration('0002_twice', {
      up: `alter table notes add column kind text default 'plain';
           alter table notes add constraint notes_kind_key unique (kind) deferrable initially deferred;
           insert into notes (id, tenant_id, title) select gen_random_uuid(), tenant_id, title from notes`,
      down: 'alter table notes drop column kind',
    })
    await db().inspect(`delete from ${fleet()[1]?.schemaName}.notes`)
    await db().inspect(`delete from ${fleet()[0]?.schemaName}.notes where title = 'second'`)
    const canary = { tenantIds: [fleet()[1]?.tenantId] }
    const id = await order({ canary, errorBudget: { share: 0.5 } }, twice)
    await execute(id, twice)
    expect(await summary(id)).toMatchObject({ state: 'failed', counts: { failed: 1, succeeded: 1 } })
    expect((await tenants(id, ['failed']))[0]).toMatchObject({ error: { code: '23505' } })
  })

  it('because a statement takes too long is not tried again', async () => {
    const slow = withMigration('0002_slow', { up: 'select pg_sleep(20)', down: 'select 1' })
    const id = await order({ statementTimeoutMs: 100, canary: { share: 0.5 } }, slow)
    await execute(id, slow)
    expect(await summary(id)).toMatchObject({ state: 'stopped', stopReason: 'canary' })
    expect(await tenants(id, ['failed'])).toMatchObject([{ attempts: 1, error: { code: '57014' } }])
  })

  it('is counted against a budget that is a share of all', async () => {
    const bad = withMigration('0002_bad', { up: 'select 1 / (select 0)', down: 'select 1' })
    const canary = { tenantIds: [fleet()[0]?.tenantId] }
    const id = await order({ canary, errorBudget: { share: 0.5 } }, bad)
    await execute(id, bad)
    expect(await summary(id)).toMatchObject({ stopReason: 'canary', counts: { failed: 1, pending: 1 } })
  })
})
