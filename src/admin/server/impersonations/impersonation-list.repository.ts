import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import { impersonationEnds, type ImpersonationRow } from '../../impersonation-list.ts'

/** Somebody of a tenant who can sign in; null for anybody else. */
export async function findPerson(
  tx: PlatformTx,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<{ id: string; fullName: string } | null> {
  return tx.user.findFirst({
    where: { id: userId, tenantId, isActive: true, removedAt: null },
    select: { id: true, fullName: true },
  })
}

/**
 * The administrator who asks, if they still are one. They cannot lose that, nor ask twice at the same time, until the
 * transaction ends.
 */
export async function lockAdmin(
  tx: PlatformTx,
  userId: string,
): Promise<{ id: string; fullName: string } | null> {
  const [admin] = await tx.$queryRaw<{ id: string; fullName: string }[]>`
    select id::text, full_name as "fullName" from users
    where id = ${userId}::uuid and tenant_id is null and role = 'platform_admin' and is_active and removed_at is null
    for no key update`
  return admin ?? null
}

/** A tenant that keeps its status until the transaction ends. */
export async function holdTenant(
  tx: PlatformTx,
  tenantId: string,
): Promise<{ subdomain: string; status: string } | null> {
  const [tenant] = await tx.$queryRaw<{ subdomain: string; status: string }[]>`
    select subdomain, status from tenants where id = ${tenantId}::uuid for share`
  return tenant ?? null
}

type Page = { tenantId?: string | undefined; page: number; limit: number }

/** Who acted as whom, the newest first. */
export async function listImpersonations(
  db: PlatformDb,
  { tenantId, page, limit }: Page,
): Promise<{ items: ImpersonationRow[]; total: number }> {
  const where = tenantId === undefined ? {} : { tenantId }
  const [rows, total] = await Promise.all([
    db.impersonation.findMany({
      where,
      include: { tenant: { select: { id: true, subdomain: true, businessName: true } } },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      ...{ skip: pageOffset({ page, limit }), take: limit },
    }),
    db.impersonation.count({ where }),
  ])
  const now = new Date()
  return { items: rows.map((row) => describe(row, now)), total }
}

type Stored = {
  id: string
  tenant: ImpersonationRow['tenant']
  adminId: string
  adminName: string
  userId: string
  userName: string
  reason: string
  startedAt: Date
  expiresAt: Date
  endedAt: Date | null
  endedHow: string | null
}

function describe(row: Stored, now: Date): ImpersonationRow {
  const { id, tenant, adminId, adminName, userId, userName, reason, startedAt, expiresAt } = row
  // What has run out is written down a moment later.
  const isOver = row.endedAt === null && expiresAt <= now
  return {
    ...{ id, tenant, reason },
    admin: { id: adminId, fullName: adminName },
    person: { id: userId, fullName: userName },
    startedAt: startedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: (isOver ? expiresAt : row.endedAt)?.toISOString() ?? null,
    endedHow: isOver ? 'expired' : (impersonationEnds.find((how) => how === row.endedHow) ?? null),
  }
}

/** True when there is such a one, on or over. */
export async function hasImpersonation(tx: PlatformTx, id: string): Promise<boolean> {
  return (await tx.impersonation.count({ where: { id } })) > 0
}
