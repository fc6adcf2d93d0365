import type { PlatformTx } from '#src/db/server/database.ts'

export type TenantName = { id: string; subdomain: string; businessName: string }

/** What the tenants of some rows are called, by their ids. */
export async function listTenantNames(
  db: PlatformTx,
  rows: readonly { tenantId: string | null }[],
): Promise<ReadonlyMap<string, TenantName>> {
  const ids = [...new Set(rows.flatMap(({ tenantId }) => tenantId ?? []))]
  const tenants = await db.tenant.findMany({
    where: { id: { in: ids } },
    select: { id: true, subdomain: true, businessName: true },
  })
  return new Map(tenants.map((tenant) => [tenant.id, tenant]))
}
