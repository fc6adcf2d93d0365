import { expect, onTestFinished, test } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { openDatabase, type Database } from './database.ts'
import { PLATFORM_ROLE, withTenantScope, type TenantPlacement } from './tenant-scope.ts'
import { useTestDatabase } from './testing/test-database.ts'

const current = useTestDatabase()

function openOne(): Database {
  const database = openDatabase({ url: current().url, maxConnections: 1 })
  onTestFinished(() => database.close())
  return database
}

async function backendsOf(ask: (index: number) => Promise<{ pid: number }[]>, calls: number) {
  const pids: (number | undefined)[] = []
  for (let index = 0; index < calls; index += 1) pids.push((await ask(index))[0]?.pid)
  return pids
}

/** Any role will do, since nobody looks into the schemas. */
function tenantAt(index: number): TenantPlacement {
  return { tenantId: newId(), schemaName: `t_worn_${index}`, roleName: PLATFORM_ROLE }
}

const question = 'select pg_backend_pid() as pid'

test('a connection that has met a hundred tenants is given up, one that meets the same ones is not', async () => {
  const { tenantQuery } = openOne()
  const ask = (index: number) =>
    withTenantScope(tenantAt(index), () => tenantQuery<{ pid: number }>({ text: question, values: [] }))
  const few = await backendsOf((index) => ask(index % 99), 150)
  expect(new Set(few).size).toBe(1)
  const [last, next] = await backendsOf((index) => ask(99 + index), 2)
  expect(last).toBe(few[0])
  expect(next).not.toBe(few[0])
})

test('so is one that met them in transactions', async () => {
  const { tenant } = openOne()
  const ask = (index: number) =>
    withTenantScope(tenantAt(index), () =>
      tenant.$transaction((tx) => tx.$queryRawUnsafe<{ pid: number }[]>(question)),
    )
  const pids = await backendsOf(ask, 101)
  expect(new Set(pids.slice(0, 100)).size).toBe(1)
  expect(pids[100]).not.toBe(pids[0])
})
