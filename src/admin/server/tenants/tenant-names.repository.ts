import type { PlatformDb } from '#src/db/server/database.ts'

/** Subdomains by id, for those of the tenants that exist. */
export async function listTenantNames(
  db: PlatformDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.tenant.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, subdomain: true },
  })
  return new Map(rows.map(({ id, subdomain }) => [id, subdomain]))
}
