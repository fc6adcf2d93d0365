import type { LogEntry } from '#src/audit/server/audit-log.repository.ts'
import { listFleetLog, listFleetPart } from '#src/audit/server/audit-log.service.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { ConsoleAuditFilters, ConsoleAuditRecord } from '../../audit-log.ts'
import { listTenantNames } from '../tenants/tenant-names.repository.ts'

/** One page of the log, each entry with the tenant it is about. */
export async function listConsoleLog(
  db: PlatformDb,
  query: ConsoleAuditFilters & { page: number; limit: number },
) {
  const { items, ...page } = await listFleetLog(db, query)
  return { items: await withTenants(db, items), ...page }
}

/** The next entries of an export, each with the tenant it is about, and where to go on. */
export async function listConsolePart(
  db: PlatformDb,
  query: ConsoleAuditFilters & { cursor?: string | undefined },
) {
  const { items, next } = await listFleetPart(db, query)
  return { items: await withTenants(db, items), next }
}

async function withTenants(db: PlatformDb, entries: readonly LogEntry[]): Promise<ConsoleAuditRecord[]> {
  const tenants = await listTenantNames(
    db,
    entries.map(({ tenantId }) => tenantId),
  )
  return entries.map(({ tenantId, ...entry }) => ({ ...entry, tenant: tenants.get(tenantId) ?? null }))
}
