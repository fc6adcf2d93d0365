import { beforeAll, describe, expect, it } from 'vitest'
import { TenantScopeMissingError } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import { isGiven } from '#src/resources/fields/field.ts'
import { procedurePath, type AnyRecord, type RecordProcedure } from '#src/resources/procedure-path.ts'
import { sampleValues } from '#src/resources/server/testing/sample-values.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import type { Page } from '#src/shared/pagination.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

const current = useTestDatabase()
/** Records that nobody makes by a call have tests of their own. */
const cases = modules
  .flatMap((module: Module) => module.resources.map((resource) => ({ module, resource })))
  .filter(({ resource }) => resource.permissions.create.length > 0)
let first: CallTenant

beforeAll(async () => {
  first = await createWorkspace(current(), { subdomain: 'first', modules })
})

type Call = (procedure: RecordProcedure, input: object) => Promise<unknown>

/** Calls procedures of one resource by their path, as somebody of `tenant`. */
function callsOf(tenant: CallTenant, { module, resource }: { module: Module; resource: Resource }): Call {
  const caller = createModuleCaller(modules, moduleServers)(callContext(current(), { tenant, modules }))
  return async (procedure, input) => {
    const path = procedurePath(module.id, resource.name, procedure).split('.')
    const call = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], caller)
    return (call as (input: object) => Promise<unknown>)(input)
  }
}

type Sampled = { record: AnyRecord; values: Record<string, unknown> }

/** A record with every field filled, and the records it refers to: one of each resource, so that they fit each other. */
async function addSample(
  tenant: CallTenant,
  { module, resource }: { module: Module; resource: Resource },
  made = new Map<string, string>(),
): Promise<Sampled> {
  const values = sampleValues(resource)
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'reference' || !isGiven(field)) continue
    const referred = module.resources.find((candidate) => candidate.name === field.to)
    if (!referred) continue
    values[name] =
      made.get(referred.name) ?? (await addSample(tenant, { module, resource: referred }, made)).record.id
  }
  const record = (await callsOf(tenant, { module, resource })('create', values)) as AnyRecord
  made.set(resource.name, record.id)
  return { record, values }
}

describe.each(cases)('$resource.name', ({ module, resource }) => {
  it('keep what is sent, and answer it the same way everywhere', async () => {
    const call = callsOf(first, { module, resource })
    const { record, values } = await addSample(first, { module, resource })
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
    const { record } = await addSample(first, { module, resource })
    const call = callsOf(first, { module, resource })
    expect(await call('delete', { id: record.id })).toEqual({ id: record.id })
    expect((await refusal(call('get', { id: record.id }))).code).toBe('NOT_FOUND')
  })
})
