import type { PlatformTx } from '#src/db/server/database.ts'
import type { LifePosition } from '../life-cycle.ts'
import type { TenantStatus } from '../tenant.ts'

/** A tenant as those decide about it who run the platform. */
export type LockedTenant = LifePosition & {
  id: string
  subdomain: string
  businessName: string
  plan: string
  deletionDueAt: Date | null
  updatedAt: Date
}

/**
 * A tenant that nobody else moves, renames or switches modules of until the end of the transaction. Its people go on
 * working. @returns null where there is none
 */
export async function lockTenant(tx: PlatformTx, tenantId: string): Promise<LockedTenant | null> {
  const [tenant] = await tx.$queryRaw<LockedTenant[]>`
    select t.id::text, t.subdomain, t.business_name as "businessName", t.plan, t.status,
      t.status_before as "statusBefore", t.deletion_due_at as "deletionDueAt", t.updated_at as "updatedAt",
      exists (select from platform.provisioning_runs r
              where r.tenant_id = t.id and r.kind = 'delete-tenant') as "isEnding"
    from platform.tenants t where t.id = ${tenantId}::uuid for no key update`
  return tenant ?? null
}

type LifeChanges = {
  status: TenantStatus
  statusBefore?: TenantStatus | null
  statusReason?: string | null
  deletionDueAt?: Date | null
}

/** Moves a tenant that `lockTenant` holds. */
export async function saveLife(
  tx: PlatformTx,
  { id, updatedAt }: LockedTenant,
  changes: LifeChanges,
): Promise<void> {
  await tx.tenant.update({
    where: { id },
    data: { ...changes, updatedAt: after(updatedAt) },
    select: { id: true },
  })
}

/** Gives a plan to a tenant that `lockTenant` holds. */
export async function savePlan(tx: PlatformTx, { id, updatedAt }: LockedTenant, plan: string): Promise<void> {
  await tx.tenant.update({ where: { id }, data: { plan, updatedAt: after(updatedAt) }, select: { id: true } })
}

/** Modules that are switched on. */
export async function countModules(tx: PlatformTx, tenantId: string): Promise<number> {
  return tx.tenantFeature.count({ where: { tenantId, enabled: true } })
}

/** Never the same millisecond twice: `updatedAt` tells versions apart. */
function after(updatedAt: Date): Date {
  return new Date(Math.max(Date.now(), updatedAt.getTime() + 1))
}

/** Owners who can sign in: those who are told. */
export async function listOwners(
  tx: PlatformTx,
  tenantId: string,
): Promise<{ email: string; fullName: string }[]> {
  return tx.user.findMany({
    where: { tenantId, role: 'owner', isActive: true, removedAt: null },
    select: { email: true, fullName: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** Workspaces whose days of grace are over, the longest waiting first. */
export async function listDueDeletions(db: PlatformTx, limit: number): Promise<string[]> {
  const rows = await db.tenant.findMany({
    where: { status: 'cancelled', deletionDueAt: { lte: new Date() } },
    select: { id: true },
    orderBy: { deletionDueAt: 'asc' },
    take: limit,
  })
  return rows.map(({ id }) => id)
}
