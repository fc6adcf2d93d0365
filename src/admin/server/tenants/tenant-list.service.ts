import type { Database } from '#src/db/server/database.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import { pageOffset, type Page } from '#src/shared/pagination.ts'
import {
  MAX_TENANT_IDS,
  type TenantExportInput,
  type TenantListInput,
  type TenantListRow,
  type TenantSelection,
} from '../../tenant-list.ts'
import { countTenants, findTenantIds, findTenantPage } from './tenant-filter.repository.ts'
import { listTenantRows } from './tenant-rows.repository.ts'

type FleetDb = Pick<Database, 'platformQuery'>

/** One page of all tenants: what is counted and sorted is small, and only the rows of the page are read whole. */
export async function listTenants(
  { platformQuery }: FleetDb,
  { page, limit, ...selection }: TenantListInput,
): Promise<Page<TenantListRow>> {
  const { ids, total } = await findPage(platformQuery, selection, {
    limit,
    offset: pageOffset({ page, limit }),
  })
  return { items: await listTenantRows(platformQuery, ids), total, page, limit }
}

async function findPage(
  query: RunQuery,
  selection: TenantSelection,
  stretch: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  if (selection.q) return findTenantPage(query, selection, stretch)
  const { sort: _, ...filters } = selection
  const [total, ids] = await Promise.all([
    countTenants(query, filters),
    findTenantIds(query, selection, stretch),
  ])
  return { ids, total }
}

/** Ids of all tenants that a filter leaves, as far as anybody acts on at once. */
export async function listTenantIds(
  { platformQuery }: FleetDb,
  selection: TenantSelection,
): Promise<string[]> {
  return findTenantIds(platformQuery, selection, { limit: MAX_TENANT_IDS, offset: 0 })
}

/** Tenants of one part of an export. */
const PART = 1_000

/** The next tenants of an export; nothing of it is kept in memory or in a transaction. */
export async function listTenantPart(
  { platformQuery }: FleetDb,
  { cursor = 0, ...selection }: TenantExportInput,
): Promise<{ items: TenantListRow[]; next: number | null }> {
  const ids = await findTenantIds(platformQuery, selection, { limit: PART, offset: cursor })
  const items = await listTenantRows(platformQuery, ids)
  return { items, next: ids.length === PART ? cursor + PART : null }
}
