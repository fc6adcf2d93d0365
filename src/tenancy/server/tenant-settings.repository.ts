import type { PlatformTx } from '#src/db/server/database.ts'

/** The tenant of the scope, as its own people may see it. */
export type TenantRow = {
  id: string
  subdomain: string
  businessName: string
  industry: string
  phone: string | null
  address: unknown
  timezone: string
  currency: string
  language: string
  plan: string
  status: string
  createdAt: Date
  updatedAt: Date
  features: { name: string }[]
}

const columns = {
  id: true,
  subdomain: true,
  businessName: true,
  industry: true,
  phone: true,
  address: true,
  timezone: true,
  currency: true,
  language: true,
  plan: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  features: { where: { enabled: true }, select: { name: true }, orderBy: { name: 'asc' } },
} as const

/** @param member in the scope of the tenant, which is the only one it sees */
export async function getOwnTenant(member: PlatformTx, id: string): Promise<TenantRow> {
  return member.tenant.findUniqueOrThrow({ where: { id }, select: columns })
}

export type TenantChanges = Partial<
  Pick<TenantRow, 'businessName' | 'phone' | 'timezone' | 'currency' | 'language'> & { address: object }
>

/** Changes a tenant that `lockTeam` holds. */
export async function saveOwnTenant(
  tx: PlatformTx,
  { id, updatedAt }: TenantRow,
  changes: TenantChanges,
): Promise<TenantRow> {
  // Never the same millisecond twice: `updatedAt` tells versions apart.
  const data = { ...changes, updatedAt: new Date(Math.max(Date.now(), updatedAt.getTime() + 1)) }
  return tx.tenant.update({ where: { id }, data, select: columns })
}
