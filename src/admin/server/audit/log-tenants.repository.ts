import type { PlatformTx } from '#src/db/server/database.ts'
import type { LogTenant } from '../../audit-log.ts'

/** Names of tenants by their id, those of deleted ones too. */
export async function listLogTenants(
  db: PlatformTx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, LogTenant>> {
  const named = [...new Set(ids)].filter((id) => id !== null)
  if (named.length === 0) return new Map()
  const tenants = await db.tenant.findMany({
    where: { id: { in: named } },
    select: { id: true, subdomain: true, businessName: true },
  })
  return new Map(tenants.map((tenant) => [tenant.id, tenant]))
}
