import type { PlatformTx } from '#src/db/server/database.ts'
import type { Impersonator } from '../../impersonation.ts'
import type { Caller } from '../caller.ts'

/** How it was ended by somebody; the database adds the ways in which it ends with something else. */
export type DeliberateEnd = 'ended' | 'replaced'

export type NewImpersonation = {
  id: string
  tenantId: string
  admin: { id: string; fullName: string }
  person: { id: string; fullName: string }
  reason: string
  minutes: number
}

/** @returns when it ends by itself, by the database's clock */
export async function createImpersonation(tx: PlatformTx, start: NewImpersonation): Promise<Date> {
  const { id, tenantId, admin, person, reason, minutes } = start
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    insert into impersonations (id, tenant_id, admin_id, admin_name, user_id, user_name, reason, expires_at)
    values (${id}::uuid, ${tenantId}::uuid, ${admin.id}::uuid, ${admin.fullName}, ${person.id}::uuid,
            ${person.fullName}, ${reason}, date_trunc('milliseconds', now()) + make_interval(mins => ${minutes}::int))
    returning expires_at as "expiresAt"`
  if (!row) throw new Error('An impersonation was written and is not there.')
  return row.expiresAt
}

/** Which one, or all that an administrator has begun. */
export type EndedBy = ({ id: string } | { adminId: string }) & {
  how: DeliberateEnd
  from: Caller & { userId: string }
}

/**
 * Ends it at once. Session, sockets and both logs follow by triggers, in the same transaction.
 * @returns how many were on
 */
export async function updateImpersonationEnded(
  tx: PlatformTx,
  { how, from, ...which }: EndedBy,
): Promise<number> {
  const { userId, ip, userAgent, requestId } = from
  const { count } = await tx.impersonation.updateMany({
    where: { ...which, endedAt: null, expiresAt: { gt: new Date() } },
    data: { endedAt: new Date(), endedHow: how, endedFrom: { userId, ip, userAgent, requestId } },
  })
  return count
}

/** Writes down that the time of some has run out: of one, or of all that an administrator has begun. */
export async function updateImpersonationsExpired(
  tx: PlatformTx,
  which: { id: string } | { adminId: string },
): Promise<void> {
  const [id, adminId] = 'id' in which ? [which.id, null] : [null, which.adminId]
  await tx.$executeRaw`
    update impersonations set ended_at = expires_at, ended_how = 'expired'
    where ended_at is null and expires_at <= now() and (id = ${id}::uuid or admin_id = ${adminId}::uuid)`
}

/** Who acts as whom, and until when; null when it is over. It stays on until the transaction has ended. */
export async function findImpersonation(
  tx: PlatformTx,
  { id, userId }: { id: string; userId: string },
): Promise<Impersonator | null> {
  const [row] = await tx.$queryRaw<{ adminId: string; adminName: string; reason: string; expiresAt: Date }[]>`
    select i.admin_id as "adminId", i.admin_name as "adminName", i.reason, i.expires_at as "expiresAt"
    from impersonations i where i.id = ${id}::uuid and i.user_id = ${userId}::uuid
      and i.ended_at is null and i.expires_at > now()
    for update`
  if (!row) return null
  const { adminId, adminName, reason, expiresAt } = row
  return { id: adminId, fullName: adminName, impersonationId: id, reason, until: expiresAt.toISOString() }
}
