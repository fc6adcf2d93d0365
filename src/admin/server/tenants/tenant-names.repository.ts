import type { PlatformTx } from '#src/db/server/database.ts'

export type TenantName = { id: string; subdomain: string; businessName: string }

/** What tenants are called, by their ids, deleted ones too; ids may stand twice, and rows about no tenant have none. */
export async function listTenantNames(
  db: PlatformTx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, TenantName>> {
  const named = [...new Set(ids)].filter((id) => id !== null)
  if (named.length === 0) return new Map()
  const tenants = await db.tenant.findMany({
    where: { id: { in: named } },
    select: { id: true, subdomain: true, businessName: true },
  })
  return new Map(tenants.map((tenant) => [tenant.id, tenant]))
}
