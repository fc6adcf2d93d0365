import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import type { TenantLookup } from './tenant-directory.ts'

const callTenantColumns = {
  id: true,
  subdomain: true,
  status: true,
  businessName: true,
  industry: true,
  timezone: true,
  currency: true,
  language: true,
  plan: true,
  schemaName: true,
  roleName: true,
  features: { where: { enabled: true }, select: { name: true }, orderBy: { name: 'asc' } },
} as const

type Filter = { subdomain: string; status: { not: 'deleted' } } | { id: string }

const LABEL = /^[a-z0-9-]{1,63}$/

async function findCallTenant(db: PlatformDb, where: Filter): Promise<CallTenant | null> {
  const row = await db.tenant.findFirst({ where, select: callTenantColumns })
  if (!row) return null
  const { id, features, ...rest } = row
  return { tenantId: id, ...rest, modules: features.map(({ name }) => name) }
}

/** The tenant at an address; a deleted one has given its address back. */
export async function findTenantBySubdomain(db: PlatformDb, subdomain: string): Promise<CallTenant | null> {
  // People type it when they sign in; PostgreSQL takes no NUL.
  if (!LABEL.test(subdomain)) return null
  return findCallTenant(db, { subdomain, status: { not: 'deleted' } })
}

/** The tenant with an id, whatever its status. */
export function findTenantById(db: PlatformDb, tenantId: string): Promise<CallTenant | null> {
  return findCallTenant(db, { id: tenantId })
}

/** Both ways to find a tenant, in the control plane itself. */
export function tenantLookup(db: PlatformDb): TenantLookup {
  return {
    findBySubdomain: (subdomain) => findTenantBySubdomain(db, subdomain),
    findById: (tenantId) => findTenantById(db, tenantId),
  }
}

/** Those of the given addresses that somebody has. */
export async function listTakenSubdomains(
  db: PlatformDb | PlatformTx,
  names: string[],
): Promise<Set<string>> {
  const rows = await db.tenant.findMany({
    where: { subdomain: { in: names }, status: { not: 'deleted' } },
    select: { subdomain: true },
  })
  return new Set(rows.map(({ subdomain }) => subdomain))
}
