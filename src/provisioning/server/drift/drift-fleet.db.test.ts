import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import { PLANE_LOCK_SPACE } from '../plane-lock.repository.ts'
import { createWaitingTenant, type SignedUpTenant } from '../testing/rehearsal.ts'
import { checkDrift } from './check-drift.ts'
import { executeRepair } from './repair/execute-repair.ts'
import { planRepair } from './repair/plan-repair.ts'
import { createDriftTenant, driftDeps, oldNotes } from './testing/small-fleet.ts'

const db = useTestDatabase()
let tenants: SignedUpTenant[]

beforeAll(async () => {
  tenants = [
    await createDriftTenant(db(), { subdomain: 'new', modules: ['notes'] }),
    await createDriftTenant(db(), { subdomain: 'both', modules: ['moorings', 'notes'] }),
    await createDriftTenant(db(), { subdomain: 'behind', modules: ['notes'], migrations: oldNotes }),
  ]
})

function check() {
  return checkDrift(driftDeps(db()))
}

function tenant(index: number): SignedUpTenant {
  return tenants[index] ?? expect.fail()
}

describe('a check of the fleet', () => {
  it('compares each tenant with what its own migrations make, those that are behind, too', async () => {
    const { summary, reports } = await check()
    expect(reports).toEqual([])
    expect(summary).toMatchObject({ tenants: 3, goldens: 3, skipped: { busy: 0, newer: 0, edited: 0 } })
  })

  it('names what is different where it is, and nowhere else', async () => {
    const { schemaName, tenantId } = tenant(2)
    await db().inspect(`alter table ${schemaName}.notes disable row level security`)
    const { reports, summary } = await check()
    expect(reports.map((report) => report.tenantId)).toEqual([tenantId])
    expect(summary).toMatchObject({ critical: 1, warning: 0 })
    await db().inspect(`alter table ${schemaName}.notes enable row level security`)
  })

  it('takes an index that a rollout is building beside its ledger for none', async () => {
    const [online] = driftDeps(db()).migrations.get('notes')?.slice(2) ?? []
    const { schemaName } = tenant(2)
    await db().inspect(`create index ${online?.online?.index} on ${schemaName}.notes (created_at)`)
    expect((await check()).reports).toEqual([])
    await db().inspect(`drop index ${schemaName}.${online?.online?.index}`)
  })

  it('leaves out whom somebody is changing, is taking away or is building', async () => {
    const { schemaName, tenantId } = tenant(0)
    await db().inspect(`alter table ${schemaName}.notes add column halfway text`)
    const other = await db().database.pool.connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock($1, hashtext($2))', [PLANE_LOCK_SPACE, tenantId])
    const busy = await check()
    await other.query('commit')
    other.release()
    expect([busy.reports, busy.summary.skipped.busy, busy.summary.tenants]).toEqual([[], 1, 2])
    expect((await check()).reports).toHaveLength(1)

    await createWaitingTenant(db(), 'waiting')
    const leaving = `insert into platform.provisioning_runs (id, tenant_id, kind, state, input, updated_at)
      values ($1, $2, 'delete-tenant', 'running', '{}', now())`
    const run = newId()
    await db().inspect(leaving, [run, tenantId])
    expect((await check()).summary).toMatchObject({ tenants: 2, critical: 0, warning: 0 })
    await db().inspect('delete from platform.provisioning_runs where id = $1', [run])
    await db().inspect(`alter table ${schemaName}.notes drop column halfway`)
  })

  it('does not judge tenants by migrations that it does not have', async () => {
    const ledger =
      'update platform.applied_migrations set checksum = $2 where tenant_id = $1 and name = $3 returning checksum'
    const { tenantId } = tenant(1)
    await db().inspect(
      `insert into platform.applied_migrations (tenant_id, migration_set, name, checksum) values ($1, 'notes', '0099_later', 'x')`,
      [tenant(0).tenantId],
    )
    await db().inspect(ledger, [tenantId, 'edited', '0001_moorings'])
    expect((await check()).summary).toMatchObject({ tenants: 1, skipped: { newer: 1, edited: 1, busy: 0 } })
    await db().inspect(`delete from platform.applied_migrations where name = '0099_later'`)
    const checksum = driftDeps(db()).migrations.get('moorings')?.[0]?.checksum
    await db().inspect(ledger, [tenantId, checksum, '0001_moorings'])
    expect((await check()).reports).toEqual([])
  })

  it('finds schemas and roles that belong to nobody, and tenants that have none', async () => {
    const name = newId().replaceAll('-', '')
    const { schemaName, tenantId } = tenant(1)
    await db().inspect(`create schema t_${name}`)
    await db().inspect(`create role berth_t_${name}`)
    await db().inspect(`grant usage on schema platform to berth_t_${name}`)
    await db().inspect(`alter schema ${schemaName} rename to t_elsewhere`)
    const { reports } = await check()
    await db().inspect(`alter schema t_elsewhere rename to ${schemaName}`)
    await db().inspect(`drop schema t_${name}`)
    await db().inspect(`drop owned by berth_t_${name}`)
    await db().inspect(`drop role berth_t_${name}`)
    const named = reports.flatMap(({ findings }) =>
      findings.map((one) => `${one.kind} ${one.object} ${one.difference}`),
    )
    expect(named).toEqual(
      expect.arrayContaining([
        `schema ${schemaName} missing`,
        `schema t_${name} extra`,
        `role berth_t_${name} extra`,
      ]),
    )
    expect(reports.filter((report) => report.tenantId !== null).map((report) => report.tenantId)).toEqual([
      tenantId,
    ])
  })
})

describe('a repair', () => {
  it('does nothing when the drift is another than the one that was shown', async () => {
    const { schemaName, tenantId } = tenant(0)
    await db().inspect(`grant select on ${schemaName}.notes to public`)
    const { hash } = await planRepair(driftDeps(db()), tenantId)
    await db().inspect(`alter table ${schemaName}.authors no force row level security`)
    const order = { tenantId, hash, actor: systemActor() }
    await expect(executeRepair(driftDeps(db()), order)).rejects.toMatchObject({ code: 'DRIFT_CHANGED' })
    expect((await check()).summary.critical).toBe(2)
    const next = await planRepair(driftDeps(db()), tenantId)
    expect(await executeRepair(driftDeps(db()), { ...order, hash: next.hash })).toEqual({
      failed: [],
      remaining: [],
    })
    const told = await db().inspect<{ details: { statements: string[] } }>(
      `select details from platform.audit_log where tenant_id = $1 and action = 'drift.repair'`,
      [tenantId],
    )
    expect(told.map(({ details }) => details.statements.length)).toEqual([3])
  })

  it('does what it can and tells what PostgreSQL refuses', async () => {
    const { schemaName, tenantId } = tenant(0)
    await db().inspect(`alter table ${schemaName}.notes alter column title drop not null`)
    await db().inspect(`alter table ${schemaName}.notes no force row level security`)
    await db().inspect(
      `insert into ${schemaName}.notes (id, tenant_id) values (gen_random_uuid(), '${tenantId}')`,
    )
    const { hash } = await planRepair(driftDeps(db()), tenantId)
    const { failed, remaining } = await executeRepair(driftDeps(db()), {
      tenantId,
      hash,
      actor: systemActor(),
    })
    expect(failed).toMatchObject([
      { object: 'notes.title', message: expect.stringContaining('null values') as string },
    ])
    expect(remaining).toMatchObject([{ kind: 'column', object: 'notes.title', aspect: 'not null' }])
  })
})
