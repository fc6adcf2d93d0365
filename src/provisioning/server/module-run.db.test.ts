import { describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { disableModuleSteps, enableModuleSteps, type ExecutableKind, type RunSnapshot } from '../run.ts'
import { executeRun } from './execute-run.ts'
import { createFaultPoint } from './fault.ts'
import { cancelRun, restartRun, retryRun, rollBackRun } from './run.service.ts'
import { getRunSnapshot, listRunEvents } from './run.repository.ts'
import {
  createWaitingTenant,
  mooringsMigration,
  rehearsalDeps,
  startModuleRun,
  type SignedUpTenant,
} from './testing/rehearsal.ts'
import { sweepLostRuns } from './watchdog.ts'

const current = useTestDatabase()
const actor = systemActor()
let counter = 0

async function openTenant(): Promise<SignedUpTenant> {
  const tenant = await createWaitingTenant(current(), `modules-${(counter += 1)}`)
  await executeRun(rehearsalDeps(current()), { runId: tenant.runId, attempt: 1 })
  return tenant
}

const snapshot = (runId: string) => getRunSnapshot(current().database.platform, runId)
const restart = (runId: string) =>
  current().database.platform.$transaction((tx) => restartRun(tx, runId, actor))

async function execute(
  { tenantId }: SignedUpTenant,
  kind: ExecutableKind,
  changes: Parameters<typeof rehearsalDeps>[1] = {},
): Promise<RunSnapshot> {
  const runId = await startModuleRun(current(), { tenantId, kind })
  await executeRun(rehearsalDeps(current(), changes), { runId, attempt: 1 })
  return snapshot(runId)
}

/** What there is of a tenant: its tables, what was applied, what is on. */
async function planeOf({ tenantId, schemaName }: SignedUpTenant) {
  const tables = await current().inspect<{ name: string }>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by 1`,
    [schemaName],
  )
  const applied = await current().inspect<{ set: string }>(
    'select migration_set as set from platform.applied_migrations where tenant_id = $1 order by 1',
    [tenantId],
  )
  const on = await current().inspect<{ name: string }>(
    'select name from platform.tenant_features where tenant_id = $1 and enabled order by 1',
    [tenantId],
  )
  const [tenant] = await current().inspect<{ status: string }>(
    'select status from platform.tenants where id = $1',
    [tenantId],
  )
  return {
    tables: tables.map(({ name }) => name),
    applied: applied.map(({ set }) => set),
    on: on.map(({ name }) => name),
    status: tenant?.status,
  }
}

const withNotes = { tables: ['notes'], applied: ['notes'], on: ['notes'], status: 'trial' }
const withMoorings = {
  tables: ['moorings', 'notes'],
  applied: ['moorings', 'notes'],
  on: ['moorings', 'notes'],
  status: 'trial',
}

describe('switching a module on', () => {
  it('adds locked tables to a tenant that has records, and leaves those alone', async () => {
    const tenant = await openTenant()
    const run = await execute(tenant, 'enable-module')
    expect(run).toMatchObject({ state: 'succeeded', percent: 100 })
    expect(run.steps.map(({ name, state }) => [name, state])).toEqual(
      enableModuleSteps.map((name) => [name, 'succeeded']),
    )
    expect(await planeOf(tenant)).toEqual(withMoorings)
    const [locked] = await current().inspect(
      `select relrowsecurity and relforcerowsecurity as forced,
              has_table_privilege($2, c.oid, 'select, insert, update, delete') as granted,
              (select count(*)::int from pg_policy where polrelid = c.oid) as policies
       from pg_class c where c.oid = $1::regclass`,
      [`${tenant.schemaName}.moorings`, tenant.roleName],
    )
    expect(locked).toEqual({ forced: true, granted: true, policies: 2 })
    expect(await current().inspect(`select title from ${tenant.schemaName}.notes`)).toHaveLength(2)
  })

  it('tells each step on its way, and the audit log in the end', async () => {
    const tenant = await openTenant()
    const { id } = await execute(tenant, 'enable-module')
    const events = await listRunEvents(current().database.platform, { runId: id, after: 0 })
    expect(events.filter(({ type }) => type === 'step.started').map(({ step }) => step)).toEqual([
      ...enableModuleSteps,
    ])
    expect(events.find(({ type }) => type === 'step.progressed')?.payload.message).toContain('0001_moorings')
    expect(events.at(-1)?.type).toBe('run.succeeded')
    const audited = await current().database.platform.auditLog.findMany({ where: { resourceId: id } })
    expect(audited).toMatchObject([{ action: 'runs.succeed', details: { kind: 'enable-module' } }])
  })

  it('again applies nothing that is there, only what is newer, and finds the records as they were', async () => {
    const tenant = await openTenant()
    await execute(tenant, 'enable-module')
    const row = `insert into ${tenant.schemaName}.moorings (id, tenant_id, name) values (gen_random_uuid(), $1, 'A')`
    await current().inspect(row, [tenant.tenantId])
    expect((await execute(tenant, 'disable-module')).steps.map(({ name, state }) => [name, state])).toEqual(
      disableModuleSteps.map((name) => [name, 'succeeded']),
    )
    expect(await planeOf(tenant)).toEqual({ ...withMoorings, on: ['notes'] })
    const again = await execute(tenant, 'enable-module')
    expect(again.steps.find(({ name }) => name === 'migrate')?.message).toContain('there already')
    await execute(tenant, 'disable-module')
    const newer = {
      ...mooringsMigration,
      name: '0002_depth',
      up: 'alter table moorings add column depth int',
    }
    const migrations = [mooringsMigration, newer]
    await execute(tenant, 'enable-module', {
      blueprintOf: ({ modules }) => ({ modules, migrations, seed: [], ownRows: [] }),
    })
    expect(await current().inspect(`select name, depth from ${tenant.schemaName}.moorings`)).toEqual([
      { name: 'A', depth: null },
    ])
  })

  it('holds up nobody who works with the records, nor anybody who changes the workspace', async () => {
    const tenant = await openTenant()
    const deps = rehearsalDeps(current())
    const runId = await startModuleRun(current(), { ...tenant, kind: 'enable-module' })
    const steps = deps.steps['enable-module'].map((step) =>
      step.name === 'switch-on'
        ? {
            ...step,
            run: async (context: Parameters<typeof step.run>[0]) => {
              await current().inspect(
                `begin; set local lock_timeout to '1s'; update ${tenant.schemaName}.notes set title = 'changed';
                 update platform.tenants set business_name = 'Renamed' where id = '${tenant.tenantId}'; commit`,
              )
              return step.run(context)
            },
          }
        : step,
    )
    await executeRun({ ...deps, steps: { ...deps.steps, 'enable-module': steps } }, { runId, attempt: 1 })
    expect(await snapshot(runId)).toMatchObject({ state: 'succeeded' })
  })

  it('happens one after the other in one tenant', async () => {
    const tenant = await openTenant()
    const deps = rehearsalDeps(current())
    const runs = await Promise.all([
      startModuleRun(current(), { ...tenant, kind: 'enable-module' }),
      startModuleRun(current(), { ...tenant, kind: 'enable-module' }),
      startModuleRun(current(), { ...tenant, kind: 'enable-module', module: 'notes' }),
    ])
    await Promise.all(runs.map((runId) => executeRun(deps, { runId, attempt: 1 })))
    const states = await Promise.all(runs.map(async (runId) => (await snapshot(runId)).state))
    expect(states).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(await planeOf(tenant)).toEqual(withMoorings)
  })
})

describe.each([
  { kind: 'enable-module', steps: enableModuleSteps, before: withNotes, after: withMoorings },
  {
    kind: 'disable-module',
    steps: disableModuleSteps,
    before: withMoorings,
    after: { ...withMoorings, on: ['notes'] },
  },
] as const)('a run of kind $kind that fails', ({ kind, steps, before, after }) => {
  const moments = steps.flatMap((step) => [
    [step, 'before'],
    [step, 'after'],
  ])
  it.each(moments)(
    'at %s, %s, changes nothing of the tenant, and succeeds at the next try',
    async (step, at) => {
      const tenant = await openTenant()
      if (kind === 'disable-module') await execute(tenant, 'enable-module')
      const fault = createFaultPoint(`${step}:${at}:1`)
      const failed = await execute(tenant, kind, { fault })
      expect(failed).toMatchObject({ state: 'failed', error: { code: 'FAULT_REHEARSED', step } })
      expect(failed.steps.filter(({ state }) => state === 'succeeded' || state === 'running')).toEqual([])
      expect(await planeOf(tenant)).toEqual(before)
      expect(await current().inspect(`select title from ${tenant.schemaName}.notes`)).toHaveLength(2)

      await restart(failed.id)
      await executeRun(rehearsalDeps(current(), { fault }), { runId: failed.id, attempt: 2 })
      expect(await snapshot(failed.id)).toMatchObject({ state: 'succeeded', attempt: 2 })
      expect(await planeOf(tenant)).toEqual(after)
    },
  )

  it('because its worker is gone is ended by the watchdog, and the tenant stays', async () => {
    const tenant = await openTenant()
    if (kind === 'disable-module') await execute(tenant, 'enable-module')
    const runId = await startModuleRun(current(), { ...tenant, kind })
    await withPlatformTransaction(current().database.pool, (client) =>
      client.query(`select platform.append_run_event($1, 1, 'run.started', null, '{}')`, [runId]),
    )
    const { logger } = rehearsalDeps(current())
    await sweepLostRuns(current().database.pool, { logger, quietMs: 0 })
    expect(await snapshot(runId)).toMatchObject({ state: 'failed', error: { code: 'WORKER_LOST' } })
    expect(await planeOf(tenant)).toEqual(before)
  })
})

describe('moving a run of a module by hand', () => {
  it('never touches the tenant as the run that built it does', async () => {
    const tenant = await openTenant()
    const { id } = await execute(tenant, 'enable-module', { fault: createFaultPoint('secure:after') })
    const { platform, pool } = current().database
    await expect(retryRun(platform, id, actor)).rejects.toMatchObject({ code: 'RUN_NOT_RETRYABLE' })
    await expect(cancelRun(platform, id, actor)).rejects.toMatchObject({ code: 'RUN_NOT_CANCELLABLE' })
    await expect(rollBackRun(pool, id, { actor })).rejects.toMatchObject({ code: 'RUN_NOT_REVERSIBLE' })
    await expect(restart(tenant.runId)).rejects.toMatchObject({ code: 'RUN_NOT_RETRYABLE' })
    expect(await planeOf(tenant)).toEqual(withNotes)
  })

  it('starts it again once, however many ask', async () => {
    const tenant = await openTenant()
    const { id } = await execute(tenant, 'enable-module', { fault: createFaultPoint('secure:after') })
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => restart(id)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('ends without a module when the tenant was rolled back before it began', async () => {
    const tenant = await openTenant()
    const runId = await startModuleRun(current(), { ...tenant, kind: 'enable-module' })
    await rollBackRun(current().database.pool, tenant.runId, { actor })
    await executeRun(rehearsalDeps(current()), { runId, attempt: 1 })
    expect(await snapshot(runId)).toMatchObject({
      state: 'failed',
      error: { code: 'TENANT_NOT_READY', step: 'hold' },
    })
  })
})
