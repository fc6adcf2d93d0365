import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { requireTenant } from '../require-tenant.ts'
import type { TenantUsage } from '../../tenant-usage.ts'
import { countRows } from './exact-rows.repository.ts'
import { groupByModule, sumOf, type ModuleTables } from './group-by-module.ts'
import { listTableSizes } from './table-sizes.repository.ts'
import { countPeopleAndFiles, listUsageDays } from './usage-facts.repository.ts'

type Asked = { tenantId: string; isExact: boolean; modules: readonly ModuleTables[] }

/** How much a tenant asks for and keeps. @throws AppError NOT_FOUND */
export async function getTenantUsage(
  database: Database,
  { tenantId, isExact, modules }: Asked,
): Promise<TenantUsage> {
  const tenant = await requireTenant(database.platform, tenantId)
  const query = database.platformQuery
  const [days, counts, estimated] = await Promise.all([
    listUsageDays(query, tenantId),
    countPeopleAndFiles(query, tenantId),
    listTableSizes(query, tenant.schemaName),
  ])
  const names = estimated.map(({ name }) => name)
  const counted = isExact ? await withTenantScope(tenant, () => countRows(database.tenant, names)) : null
  const tables = estimated.map((table) => ({ ...table, rows: counted?.get(table.name) ?? table.rows }))
  const { rows, tableBytes, indexBytes } = sumOf(tables)
  return {
    days,
    rows,
    isExact: counted !== null,
    bytes: { tables: tableBytes, indexes: indexBytes, files: counts.fileBytes },
    files: counts.files,
    people: counts.people,
    modules: groupByModule(modules, tables),
  }
}
