import { beforeAll, describe, expect, it } from 'vitest'
import { TenantScopeMissingError } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { createWorkspace, refusal } from '#src/resources/server/testing/workspace.ts'
import type { Page } from '#src/shared/pagination.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { addSample, callsOf, creatableResources } from './testing/module-records.ts'

const current = useTestDatabase()
let first: CallTenant

beforeAll(async () => {
  first = await createWorkspace(current(), { subdomain: 'first', modules })
})

// Records that nobody makes by a call have tests of their own.
describe.each(creatableResources)('$resource.name', ({ module, resource }) => {
  it('keep what is sent, and answer it the same way everywhere', async () => {
    const call = callsOf(current(), first, { module, resource })
    const { record, values } = await addSample(current(), first, { module, resource })
    expect(record).toMatchObject(values)
    expect(await call('get', { id: record.id })).toEqual(record)
    const { items } = (await call('list', { limit: 100 })) as Page<AnyRecord>
    expect(items.find(({ id }) => id === record.id)).toEqual(record)
    if (resource.permissions.update.length === 0) return
    const replaced = (await call('replace', { ...record, updatedAt: record.updatedAt })) as AnyRecord
    expect(replaced).toEqual(record)
  })

  it('cannot be asked for without a tenant', async () => {
    const delegate = Reflect.get(current().database.tenant, resource.model) as {
      findMany: () => Promise<unknown>
    }
    await expect(delegate.findMany()).rejects.toThrow(TenantScopeMissingError)
  })

  it.skipIf(resource.permissions.delete.length === 0)('are gone once they are deleted', async () => {
    const { record } = await addSample(current(), first, { module, resource })
    const call = callsOf(current(), first, { module, resource })
    expect(await call('delete', { id: record.id })).toEqual({ id: record.id })
    expect((await refusal(call('get', { id: record.id }))).code).toBe('NOT_FOUND')
  })
})
