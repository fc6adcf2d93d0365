import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { Resource } from '#src/resources/define-resource.ts'
import { isGiven } from '#src/resources/fields/field.ts'
import { procedurePath, type AnyRecord, type RecordProcedure } from '#src/resources/procedure-path.ts'
import { sampleValues } from '#src/resources/server/testing/sample-values.ts'
import { callContext, createModuleCaller } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

/** A resource with the module it belongs to. */
export type ModuleResource = { module: Module; resource: Resource }

/** What people make records of by a call. */
export const creatableResources: readonly ModuleResource[] = modules
  .flatMap((module: Module) => module.resources.map((resource) => ({ module, resource })))
  .filter(({ resource }) => resource.permissions.create.length > 0)

type Call = (procedure: RecordProcedure, input: object) => Promise<unknown>

/** Calls procedures of one resource by their path, as somebody of `tenant`. */
export function callsOf(db: TestDatabase, tenant: CallTenant, { module, resource }: ModuleResource): Call {
  const caller = createModuleCaller(modules, moduleServers)(callContext(db, { tenant, modules }))
  return async (procedure, input) => {
    const path = procedurePath(module.id, resource.name, procedure).split('.')
    const call = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], caller)
    return (call as (input: object) => Promise<unknown>)(input)
  }
}

type Sampled = { record: AnyRecord; values: Record<string, unknown> }

/** A record with every field filled, and the records it refers to: one of each resource, so that they fit each other. */
export async function addSample(
  db: TestDatabase,
  tenant: CallTenant,
  { module, resource, made = new Map() }: ModuleResource & { made?: Map<string, string> },
): Promise<Sampled> {
  const values = sampleValues(resource)
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'reference' || !isGiven(field)) continue
    const referred = module.resources.find((candidate) => candidate.name === field.to)
    if (!referred) continue
    values[name] =
      made.get(referred.name) ?? (await addSample(db, tenant, { module, resource: referred, made })).record.id
  }
  const record = (await callsOf(db, tenant, { module, resource })('create', values)) as AnyRecord
  made.set(resource.name, record.id)
  return { record, values }
}
