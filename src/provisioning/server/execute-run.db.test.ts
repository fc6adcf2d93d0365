import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import { applyRunEvent } from '../run-progress.ts'
import { createTenantSteps, type RunSnapshot } from '../run.ts'
import { executeRun } from './execute-run.ts'
import { createFaultPoint } from './fault.ts'
import { cancelRun, retryRun, rollBackRun } from './run.service.ts'
import { getRunSnapshot, listRunEvents } from './run.repository.ts'
import { createWaitingTenant, listRemains, rehearsalDeps, type SignedUpTenant } from './testing/rehearsal.ts'

const current = useTestDatabase()
const visitor = {
  kind: 'visitor',
  userId: null,
  ip: '203.0.113.7',
  userAgent: null,
  requestId: 'r',
} as const
let counter = 0
const waiting = () => createWaitingTenant(current(), `run-${(counter += 1)}`)
const snapshot = (tenant: SignedUpTenant) => getRunSnapshot(current().database.platform, tenant.runId)
const statusOf = async ({ tenantId }: SignedUpTenant) =>
  (await current().database.platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })).status

const listAudited = ({ runId }: SignedUpTenant) =>
  current().database.platform.auditLog.findMany({
    where: { resourceType: 'runs', resourceId: runId },
    orderBy: { createdAt: 'asc' },
  })

function emptied(run: RunSnapshot): RunSnapshot {
  const { error: _, ...rest } = run
  const steps = run.steps.map((step) => ({
    ...step,
    state: 'pending' as const,
    startedAt: null,
    durationMs: null,
    message: null,
  }))
  return {
    ...rest,
    state: 'pending',
    attempt: 1,
    startedAt: null,
    finishedAt: null,
    lastSeq: 0,
    steps,
    percent: 0,
  }
}

describe('a run that succeeds', () => {
  it('opens the workspace with everything in place', async () => {
    const tenant = await waiting()
    await executeRun(rehearsalDeps(current()), { runId: tenant.runId, attempt: 1 })
    const run = await snapshot(tenant)
    expect(run).toMatchObject({ state: 'succeeded', percent: 100 })
    expect(run.steps.map(({ name, state }) => [name, state])).toEqual(
      createTenantSteps.map((name) => [name, 'succeeded']),
    )
    expect(await statusOf(tenant)).toBe('trial')
    const rows = await current().inspect(`select title from ${tenant.schemaName}.notes order by title`)
    expect(rows).toEqual([{ title: 'first' }, { title: 'second' }])
    expect(await listRemains(current(), tenant)).toEqual(
      expect.arrayContaining(['schema', 'role', 'feature', 'migration', 'mail']),
    )
  })

  it('stores events from which the same state can be rebuilt', async () => {
    const tenant = await waiting()
    await executeRun(rehearsalDeps(current()), { runId: tenant.runId, attempt: 1 })
    const run = await snapshot(tenant)
    const events = await listRunEvents(current().database.platform, { runId: tenant.runId, after: 0 })
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    const rebuilt = events.reduce(applyRunEvent, emptied(run))
    expect(rebuilt).toMatchObject({
      state: run.state,
      percent: run.percent,
      lastSeq: run.lastSeq,
      attempt: run.attempt,
    })
    expect(rebuilt.steps.map(({ name, state, message }) => ({ name, state, message }))).toEqual(
      run.steps.map(({ name, state, message }) => ({ name, state, message })),
    )
  })

  it('is executed once when the job is delivered twice', async () => {
    const tenant = await waiting()
    const deps = rehearsalDeps(current())
    await Promise.all([1, 2, 3].map(() => executeRun(deps, { runId: tenant.runId, attempt: 1 })))
    await executeRun(deps, { runId: tenant.runId, attempt: 1 })
    const events = await listRunEvents(current().database.platform, { runId: tenant.runId, after: 0 })
    expect(events.filter(({ type }) => type === 'run.started')).toHaveLength(1)
    expect(await statusOf(tenant)).toBe('trial')
  })
})

describe('a run that fails', () => {
  for (const step of createTenantSteps) {
    for (const moment of ['before', 'after'] as const) {
      it(`leaves nothing behind at ${step}, ${moment}, and succeeds when it is retried`, async () => {
        const tenant = await waiting()
        const deps = rehearsalDeps(current(), { fault: createFaultPoint(`${step}:${moment}:1`) })
        await executeRun(deps, { runId: tenant.runId, attempt: 1 })
        const failed = await snapshot(tenant)
        expect(failed).toMatchObject({ state: 'failed', error: { code: 'FAULT_REHEARSED', step } })
        expect(failed.percent).toBeLessThan(100)
        expect(failed.steps.filter(({ state }) => state === 'succeeded' || state === 'running')).toEqual([])
        expect(await statusOf(tenant)).toBe('failed')
        expect(await listRemains(current(), tenant)).toEqual([])

        await retryRun(current().database.platform, tenant.runId, visitor)
        expect(await snapshot(tenant)).toMatchObject({ state: 'pending', attempt: 2 })
        await executeRun(deps, { runId: tenant.runId, attempt: 2 })
        expect(await snapshot(tenant)).toMatchObject({ state: 'succeeded', percent: 100 })
        expect(await statusOf(tenant)).toBe('trial')
        expect(await listAudited(tenant)).toMatchObject([
          { action: 'runs.fail', actorKind: 'system', details: { code: 'FAULT_REHEARSED', step } },
          { action: 'runs.retry', actorKind: 'visitor', ip: visitor.ip, details: { attempt: 2 } },
          {
            action: 'runs.succeed',
            details: { attempt: 2, steps: createTenantSteps.map((name) => ({ name })) },
          },
        ])
      })
    }
  }

  it('is tried again by itself when the cause passes', async () => {
    const tenant = await waiting()
    const deps = rehearsalDeps(current())
    const built = deps.steps['create-tenant'].map((step) => {
      let failures = 1
      const flaky = async () => {
        failures -= 1
        throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      }
      return step.name === 'seed'
        ? { ...step, run: (c: Parameters<typeof step.run>[0]) => (failures > 0 ? flaky() : step.run(c)) }
        : step
    })
    const steps = { ...deps.steps, 'create-tenant': built }
    await executeRun({ ...deps, steps }, { runId: tenant.runId, attempt: 1 })
    expect(await snapshot(tenant)).toMatchObject({ state: 'pending', attempt: 2 })
    const events = await listRunEvents(current().database.platform, { runId: tenant.runId, after: 0 })
    expect(events.at(-1)).toMatchObject({ type: 'run.retrying', payload: { attempt: 2, delayMs: 200 } })
    expect(await listRemains(current(), tenant)).toEqual([])
    await executeRun({ ...deps, steps }, { runId: tenant.runId, attempt: 2 })
    expect(await snapshot(tenant)).toMatchObject({ state: 'succeeded' })
  })

  it('fails when the isolation check finds an unlocked table', async () => {
    const tenant = await waiting()
    const deps = rehearsalDeps(current())
    const unlocked = deps.steps['create-tenant'].filter(({ name }) => name !== 'secure' && name !== 'seed')
    const steps = { ...deps.steps, 'create-tenant': unlocked }
    await executeRun({ ...deps, steps }, { runId: tenant.runId, attempt: 1 })
    expect(await snapshot(tenant)).toMatchObject({
      state: 'failed',
      error: { code: 'PROVISIONING_FAILED', step: 'verify' },
    })
    expect(await listRemains(current(), tenant)).toEqual([])
  })

  it('cannot be retried twice at once', async () => {
    const tenant = await waiting()
    await executeRun(rehearsalDeps(current(), { fault: createFaultPoint('seed:before') }), {
      runId: tenant.runId,
      attempt: 1,
    })
    const { platform } = current().database
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => retryRun(platform, tenant.runId, visitor)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('gives its address back when it is cancelled', async () => {
    const tenant = await waiting()
    await executeRun(rehearsalDeps(current(), { fault: createFaultPoint('seed:before') }), {
      runId: tenant.runId,
      attempt: 1,
    })
    const { platform } = current().database
    await cancelRun(platform, tenant.runId, visitor)
    expect(await statusOf(tenant)).toBe('deleted')
    expect((await listAudited(tenant)).at(-1)).toMatchObject({ action: 'runs.cancel', actorKind: 'visitor' })
    expect(await platform.user.count({ where: { tenantId: tenant.tenantId } })).toBe(0)
    await expect(retryRun(platform, tenant.runId, visitor)).rejects.toMatchObject({
      code: 'RUN_NOT_RETRYABLE',
    })
    const again = await createWaitingTenant(current(), `run-${counter}`)
    await executeRun(rehearsalDeps(current()), { runId: again.runId, attempt: 1 })
    expect(await statusOf(again)).toBe('trial')
  })
})

describe('an emergency rollback', () => {
  it('drops the plane of a fresh tenant, which can then be built again', async () => {
    const tenant = await waiting()
    const deps = rehearsalDeps(current())
    await executeRun(deps, { runId: tenant.runId, attempt: 1 })
    const admin = { ...visitor, kind: 'platform', userId: newId() } as const
    await rollBackRun(current().database.pool, tenant.runId, { actor: admin })
    const audit = await current().database.platform.auditLog.findMany({ where: { action: 'runs.rollback' } })
    expect(audit).toMatchObject([{ tenantId: tenant.tenantId, actorId: admin.userId, actorKind: 'platform' }])
    expect(await snapshot(tenant)).toMatchObject({ state: 'compensated' })
    expect(await statusOf(tenant)).toBe('failed')
    const remains = await listRemains(current(), tenant)
    expect(remains.filter((what) => what !== 'mail')).toEqual([])
    await retryRun(current().database.platform, tenant.runId, visitor)
    await executeRun(deps, { runId: tenant.runId, attempt: 2 })
    expect(await statusOf(tenant)).toBe('trial')
  })
})
