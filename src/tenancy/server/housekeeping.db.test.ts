import { expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { createFaultPoint } from '#src/provisioning/server/fault.ts'
import { createWaitingTenant, rehearsalDeps } from '#src/provisioning/server/testing/rehearsal.ts'
import { newId } from '#src/shared/ids.ts'
import { createHousekeepingTask } from './housekeeping.ts'

const current = useTestDatabase()

it('removes what expired and frees the address of a sign-up that was abandoned, and only that', async () => {
  const { database, inspect } = current()
  const { platform } = database
  const deps = rehearsalDeps(current(), { fault: createFaultPoint('seed:before:2') })
  const old = await createWaitingTenant(current(), 'left-behind')
  const fresh = await createWaitingTenant(current(), 'just-failed')
  const working = await createWaitingTenant(current(), 'at-work')
  for (const { runId } of [old, fresh, working]) await executeRun(deps, { runId, attempt: 1 })
  await inspect(
    `update platform.provisioning_runs set finished_at = now() - interval '25 hours' where id = any ($1)`,
    [[old.runId, working.runId]],
  )
  for (const [key, hours] of [
    ['old', -1],
    ['new', 1],
  ] as const) {
    const expiresAt = new Date(Date.now() + hours * 3_600_000)
    await platform.idempotencyKey.create({
      data: { id: newId(), operation: 'x', key, requestHash: 'x', expiresAt },
    })
  }

  const now = Date.now()
  await platform.rateLimit.createMany({
    data: [
      { key: 'over', expire: now - 1_000 },
      { key: 'counting', expire: now + 60_000 },
    ],
  })
  await inspect(
    `update platform.mail_outbox set created_at = now() - interval '31 days' where tenant_id = $1`,
    [working.tenantId],
  )
  expect(await platform.mailOutbox.count()).toBe(1)
  await inspect(
    `insert into platform.tenant_usage_days (tenant_id, day, requests)
     select $1, current_date - age, age from unnest('{0, 399, 402}'::int[]) age`,
    [working.tenantId],
  )
  await inspect(
    `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at, seen_at)
     select gen_random_uuid(), 'worker', true, 'silent-' || hours, 1, '1', 'v1', now(), now() - hours * interval '1 hour'
     from unnest('{0, 25}'::int[]) hours`,
  )

  await createHousekeepingTask(platform, createLogger({ level: 'silent' })).handle({})

  const tenants = await platform.tenant.findMany({ select: { subdomain: true, status: true } })
  expect(Object.fromEntries(tenants.map(({ subdomain, status }) => [subdomain, status]))).toEqual({
    'left-behind': 'deleted',
    'just-failed': 'failed',
    'at-work': 'trial',
  })
  expect((await platform.idempotencyKey.findMany()).map(({ key }) => key)).toEqual(['new'])
  expect((await platform.rateLimit.findMany()).map(({ key }) => key)).toEqual(['counting'])
  expect(await platform.mailOutbox.count()).toBe(0)
  const usage = await platform.tenantUsageDay.findMany({ orderBy: { day: 'desc' } })
  expect(usage.map(({ requests }) => Number(requests))).toEqual([0, 399])
  expect((await platform.node.findMany()).map(({ host }) => host)).toEqual(['silent-0'])
})
