import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { grantRoleToLogin } from '#src/db/server/bootstrap.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction, withTransaction } from '#src/db/server/transaction.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { newId } from '#src/shared/ids.ts'
import { defineTask, implementTask, PRIORITY, type Task } from './define-task.ts'
import { enqueueOn } from './enqueue.repository.ts'
import { startWorker, type Worker } from './runner.ts'

const current = useTestDatabase()
const logger = createLogger({ level: 'silent' })
const urgentTask = defineTask('test.urgent', z.object({}), { priority: PRIORITY.urgent })
const roles: string[] = []
let worker: Worker | undefined

async function addTenant(): Promise<{ tenantId: string; role: string }> {
  const tenantId = newId()
  const short = tenantId.replaceAll('-', '')
  const role = `berth_t_${short}`
  const { platform, pool } = current().database
  await platform.tenant.create({
    data: {
      id: tenantId,
      subdomain: `fair-${short.slice(-12)}`,
      businessName: 'Fair',
      industry: 'pet-care',
      timezone: 'UTC',
      currency: 'EUR',
      plan: 'free',
      status: 'trial',
      schemaName: `t_${short}`,
      roleName: role,
    },
  })
  const client = await pool.connect()
  await client.query(`create role ${role} nologin`)
  await grantRoleToLogin(client, role)
  client.release()
  roles.push(role)
  return { tenantId, role }
}

/** Queues as a tenant's own transaction does, so many jobs about as many records. */
function queueOf({ tenantId, role }: { tenantId: string; role: string }, count: number): Promise<unknown> {
  return withTransaction(current().database.pool, { role, schema: 'public', tenantId }, (client) =>
    client.query(
      `select count(tenant_gateway.enqueue_record_task('record.test', gen_random_uuid())) from generate_series(1, $1)`,
      [count],
    ),
  )
}

/** Notes who is worked for, until a door is opened. */
function createWatchedTask() {
  const underWay: string[] = []
  const begun: string[] = []
  let most = 0
  let open: () => void = () => undefined
  const door = new Promise<void>((resolve) => (open = resolve))
  const task: Task = {
    name: 'record.test',
    handle: async (payload) => {
      const { tenantId } = z.object({ tenantId: z.string() }).parse(payload)
      begun.push(tenantId)
      underWay.push(tenantId)
      most = Math.max(most, underWay.filter((id) => id === tenantId).length)
      await door
      underWay.splice(underWay.indexOf(tenantId), 1)
    },
  }
  return { task, begun, most: () => most, open }
}

beforeAll(async () => {
  await current().inspect('delete from graphile_worker._private_jobs')
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  const held = await current().inspect(
    'select from graphile_worker._private_jobs where locked_by is not null',
  )
  // Whoever ends in order keeps nothing from the others, not even what it had just taken.
  expect(held).toEqual([])
  await current().inspect('delete from graphile_worker._private_jobs')
})
afterAll(async () => {
  for (const role of roles) await current().inspect(`drop role ${role}`)
})

describe('a tenant that queues very much', () => {
  it('has one job worked on at a time, and others have theirs begun at once', async () => {
    const [greedy, modest] = [await addTenant(), await addTenant()]
    await queueOf(greedy, 200)
    const watched = createWatchedTask()
    worker = await startWorker(current().database.pool, { tasks: [watched.task], logger })
    await expect.poll(() => watched.begun).toContain(greedy.tenantId)
    await queueOf(modest, 1)
    await expect.poll(() => watched.begun).toContain(modest.tenantId)
    expect(watched.begun).toHaveLength(2)
    watched.open()
    // One after the other, and without a pause in between.
    await expect.poll(() => watched.begun.length).toBe(201)
    expect(watched.most()).toBe(1)
  })

  it('does not hold up what is urgent, not even with others', async () => {
    const tenants = await Promise.all(Array.from({ length: 7 }, addTenant))
    for (const tenant of tenants) await queueOf(tenant, 10)
    const watched = createWatchedTask()
    let isDone = false
    const urgent = implementTask(urgentTask, async () => {
      isDone = true
    })
    const { pool } = current().database
    worker = await startWorker(pool, { tasks: [watched.task, urgent], logger })
    // All places but those that are kept are taken.
    await expect.poll(() => watched.begun.length, { timeout: 5_000 }).toBe(6)
    await withPlatformTransaction(pool, (client) => enqueueOn(client, urgentTask, { payload: {} }))
    await expect.poll(() => isDone).toBe(true)
    expect(watched.begun).toHaveLength(6)
    watched.open()
  })
})
