import type { TenantRole } from '#src/auth/identity.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { searchWords } from '#src/shared/search-words.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { ListMembers } from '../member.ts'

/** A person of the team. The hash of the password is no part of it: the tenant's scope cannot read it. */
export type MemberRow = {
  id: string
  email: string
  fullName: string
  role: TenantRole
  isActive: boolean
  lastSignInAt: Date | null
  createdAt: Date
  updatedAt: Date
}

const columns = {
  id: true,
  email: true,
  fullName: true,
  role: true,
  isActive: true,
  lastSignInAt: true,
  createdAt: true,
  updatedAt: true,
} as const

/** One page of the team of the scope's tenant, and how many people match in all. */
export async function findMembers(
  member: PlatformTx,
  asked: ListMembers,
): Promise<{ items: MemberRow[]; total: number }> {
  const { role, state, sortBy, order, limit } = asked
  const where = {
    removedAt: null,
    ...(role ? { role } : {}),
    ...(state ? { isActive: state === 'active' } : {}),
    AND: searchWords(asked.q).map((word) => {
      const contains = { contains: containsPattern(word), mode: 'insensitive' as const }
      return { OR: [{ fullName: contains }, { email: contains }] }
    }),
  }
  const by =
    sortBy === 'lastSignInAt'
      ? { lastSignInAt: { sort: order, nulls: 'last' as const } }
      : { [sortBy]: order }
  const [rows, total] = await Promise.all([
    member.user.findMany({
      where,
      orderBy: [by, { id: order }],
      skip: pageOffset(asked),
      take: limit,
      select: columns,
    }),
    member.user.count({ where }),
  ])
  return { items: rows.map(toMember), total }
}

/**
 * Until the end of the transaction nobody else changes who belongs to the team, or what they may do. A lock on
 * the tenant and not on single people: whether somebody is the last owner depends on all of them.
 */
export async function lockTeam(tx: PlatformTx): Promise<void> {
  await tx.$queryRaw`select id from tenants where id = current_tenant_id() for no key update`
}

/** Somebody of the team, switched off or not; null for people of others and those who were removed. */
export async function findMember(tx: PlatformTx, id: string): Promise<MemberRow | null> {
  const row = await tx.user.findFirst({ where: { id, removedAt: null }, select: columns })
  return row && toMember(row)
}

export async function findMemberByEmail(tx: PlatformTx, email: string): Promise<MemberRow | null> {
  const row = await tx.user.findFirst({ where: { email, removedAt: null }, select: columns })
  return row && toMember(row)
}

/** People of a team, switched off or not; clients are none. */
export async function countTeam(tx: PlatformTx, tenantId: string): Promise<number> {
  return tx.user.count({ where: { tenantId, removedAt: null, role: { not: 'client' } } })
}

/** Owners who can sign in, without one person. */
export async function countOtherOwners(tx: PlatformTx, userId: string): Promise<number> {
  return tx.user.count({ where: { role: 'owner', isActive: true, removedAt: null, id: { not: userId } } })
}

export type MemberChanges = Partial<Pick<MemberRow, 'fullName' | 'role' | 'isActive'>> & { removedAt?: Date }

/** Changes somebody whom `lockTeam` protects from other changes. */
export async function saveMember(
  tx: PlatformTx,
  { id, updatedAt }: MemberRow,
  changes: MemberChanges,
): Promise<MemberRow> {
  // Never the same millisecond twice: `updatedAt` tells versions apart.
  const data = { ...changes, updatedAt: new Date(Math.max(Date.now(), updatedAt.getTime() + 1)) }
  return toMember(await tx.user.update({ where: { id }, data, select: columns }))
}

/** Ends all sessions of a person; the database announces each, so that sockets close too. */
export async function revokeSessionsOf(tx: PlatformTx, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } })
}

export async function revokeApiTokensOf(tx: PlatformTx, userId: string): Promise<void> {
  await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } })
}

function toMember(row: Omit<MemberRow, 'role'> & { role: string }): MemberRow {
  return { ...row, role: row.role as TenantRole }
}
