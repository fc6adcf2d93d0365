import { getUntypedClient } from '@trpc/client'
import type { Page } from '#src/shared/pagination.ts'
import type { ApiClient } from '#src/trpc/ui/client.ts'
import { camelCase } from '../naming.ts'
import { procedurePath, type AnyRecord } from '../procedure-path.ts'
import type { RecordTarget } from './record-target.ts'

export type RecordPage = Page<AnyRecord>
/** What a list is asked for; the field names come from the declaration. */
export type ListQuery = {
  page?: number
  limit?: number
  q?: string
  sortBy?: string
  order?: string
} & Record<string, unknown>

/** One page of records. */
export async function listRecords(
  api: ApiClient,
  { moduleId, resource }: RecordTarget,
  query: ListQuery & { signal?: AbortSignal },
): Promise<RecordPage> {
  const { signal, ...input } = query
  const path = procedurePath(moduleId, resource.name, 'list')
  return (await getUntypedClient(api).query(path, input, signal ? { signal } : {})) as RecordPage
}

/** One record by its id. */
export async function getRecord(
  api: ApiClient,
  { moduleId, resource }: RecordTarget,
  id: string,
): Promise<AnyRecord> {
  const path = procedurePath(moduleId, resource.name, 'get')
  return (await getUntypedClient(api).query(path, { id })) as AnyRecord
}

/** Makes a record. The same `idempotencyKey` sent twice makes one. */
export async function createRecord(
  api: ApiClient,
  { moduleId, resource }: RecordTarget,
  { values, idempotencyKey }: { values: Record<string, unknown>; idempotencyKey: string },
): Promise<AnyRecord> {
  const path = procedurePath(moduleId, resource.name, 'create')
  return (await getUntypedClient(api).mutation(path, values, { context: { idempotencyKey } })) as AnyRecord
}

/** Changes the fields it is given, unless somebody changed the record after `updatedAt`. */
export async function updateRecord(
  api: ApiClient,
  { moduleId, resource }: RecordTarget,
  change: { id: string; updatedAt: string } & Record<string, unknown>,
): Promise<AnyRecord> {
  const path = procedurePath(moduleId, resource.name, 'update')
  return (await getUntypedClient(api).mutation(path, change)) as AnyRecord
}

/** Deletes a record. */
export async function deleteRecord(
  api: ApiClient,
  { moduleId, resource }: RecordTarget,
  id: string,
): Promise<void> {
  await getUntypedClient(api).mutation(procedurePath(moduleId, resource.name, 'delete'), { id })
}

/** How many records each resource of a module has, of those the caller may list. */
export async function getCounts(api: ApiClient, moduleId: string): Promise<Record<string, number>> {
  return (await getUntypedClient(api).query(`${camelCase(moduleId)}.getCounts`)) as Record<string, number>
}
