import { beforeEach, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { newId } from '#src/shared/ids.ts'
import { releaseLostJobs, saveNodeSign } from './node.repository.ts'

const current = useTestDatabase()
const tenantId = newId()

/** A process that holds a job of a tenant, and was last heard of so long ago. */
async function addHolder(lock: string, silentSeconds: number): Promise<void> {
  const { database, inspect } = current()
  const id = newId()
  await saveNodeSign(database.platformQuery, {
    id,
    kind: 'worker',
    takesJobs: true,
    host: 'somewhere',
    pid: 1,
    version: '1.0.0',
    commit: null,
    runtime: process.version,
    startedAt: new Date(),
    migrations: [],
    locks: [lock],
    marks: [],
  })
  await inspect('update platform.nodes set seen_at = now() - make_interval(secs => $2) where id = $1', [
    id,
    silentSeconds,
  ])
  await withPlatformTransaction(database.pool, (client) =>
    client.query(`select platform.enqueue_tenant_job('record.test', '{}', $1, $2)`, [lock, tenantId]),
  )
  await inspect(
    'update graphile_worker._private_jobs set locked_by = key, locked_at = now() where key = $1',
    [lock],
  )
}

async function listHeld(): Promise<string[]> {
  const rows = await current().inspect<{ key: string }>(
    'select key from graphile_worker._private_jobs where locked_by is not null order by key',
  )
  return rows.map(({ key }) => key)
}

beforeEach(async () => {
  await current().inspect('delete from platform.nodes')
  await current().inspect('delete from graphile_worker._private_jobs')
})

it('gives back what a lost process held', async () => {
  await addHolder('pool-lost', 31)
  expect(await releaseLostJobs(current().database.pool)).toEqual(['pool-lost'])
  expect(await listHeld()).toEqual([])
  // Once is enough: what the same process takes later is its own.
  expect(await releaseLostJobs(current().database.pool)).toEqual([])
})

it('leaves those who are only a little late alone', async () => {
  await addHolder('pool-late', 29)
  expect(await releaseLostJobs(current().database.pool)).toEqual([])
  expect(await listHeld()).toEqual(['pool-late'])
})
