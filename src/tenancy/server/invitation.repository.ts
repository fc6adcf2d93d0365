import type { TenantRole } from '#src/auth/identity.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { newId } from '#src/shared/ids.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { ListInvitations } from '../invitation.ts'

/** An invitation that nobody has accepted or taken back; it may have expired. */
export type InvitationRow = {
  id: string
  email: string
  fullName: string | null
  role: TenantRole
  createdAt: Date
  expiresAt: Date
  inviter: { id: string; fullName: string }
}

const columns = {
  id: true,
  email: true,
  fullName: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  inviter: { select: { id: true, fullName: true } },
} as const

const isOpen = { acceptedAt: null, revokedAt: null }

/** One page of the open invitations of the scope's tenant, the newest first, and how many there are in all. */
export async function findInvitations(
  member: PlatformTx,
  asked: ListInvitations,
): Promise<{ items: InvitationRow[]; total: number }> {
  const contains = { contains: containsPattern(asked.q ?? ''), mode: 'insensitive' as const }
  const where = { ...isOpen, ...(asked.q ? { OR: [{ email: contains }, { fullName: contains }] } : {}) }
  const [rows, total] = await Promise.all([
    member.invitation.findMany({
      where,
      orderBy: { id: 'desc' },
      skip: pageOffset(asked),
      take: asked.limit,
      select: columns,
    }),
    member.invitation.count({ where }),
  ])
  return { items: rows.map(toInvitation), total }
}

export async function findOpenInvitation(
  tx: PlatformTx,
  where: { id: string } | { email: string },
): Promise<InvitationRow | null> {
  const row = await tx.invitation.findFirst({ where: { ...where, ...isOpen }, select: columns })
  return row && toInvitation(row)
}

export type InvitationTerms = {
  fullName: string | null
  role: TenantRole
  tokenHash: string
  invitedBy: string
  expiresAt: Date
}

export async function createInvitationRow(
  tx: PlatformTx,
  invitation: InvitationTerms & { tenantId: string; email: string },
): Promise<InvitationRow> {
  return toInvitation(await tx.invitation.create({ data: { ...invitation, id: newId() }, select: columns }))
}

/** New terms and a new token for an invitation: what was sent before opens nothing any more. */
export async function saveInvitation(
  tx: PlatformTx,
  id: string,
  terms: InvitationTerms,
): Promise<InvitationRow> {
  return toInvitation(await tx.invitation.update({ where: { id }, data: terms, select: columns }))
}

/** @returns false when it was accepted or taken back before */
export async function revokeInvitation(tx: PlatformTx, id: string): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...isOpen },
    data: { revokedAt: new Date() },
  })
  return count === 1
}

/** Takes back the open invitations of one person whose role meets the condition. @returns their ids */
export async function revokeInvitationsBy(
  tx: PlatformTx,
  userId: string,
  isLost: (role: TenantRole) => boolean,
): Promise<string[]> {
  const open = await tx.invitation.findMany({
    where: { invitedBy: userId, ...isOpen },
    select: { id: true, role: true },
  })
  const lost = open.filter(({ role }) => isLost(role as TenantRole)).map(({ id }) => id)
  if (lost.length > 0) {
    await tx.invitation.updateMany({
      where: { id: { in: lost }, ...isOpen },
      data: { revokedAt: new Date() },
    })
  }
  return lost
}

function toInvitation(row: Omit<InvitationRow, 'role'> & { role: string }): InvitationRow {
  return { ...row, role: row.role as TenantRole }
}
