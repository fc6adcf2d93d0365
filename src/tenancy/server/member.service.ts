import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { reachesRole } from '#src/auth/identity.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { Page } from '#src/shared/pagination.ts'
import type { ListMembers, Member, UpdateMember } from '../member.ts'
import { requireRoom } from './team-room.ts'
import { revokeInvitationsBy } from './invitation.repository.ts'
import {
  findMember,
  findMembers,
  lockTeam,
  revokeApiTokensOf,
  revokeSessionsOf,
  saveMember,
  type MemberChanges,
  type MemberRow,
} from './member.repository.ts'
import { finishCall, type TeamCaller } from './team-caller.ts'
import { requireActor, requireOtherOwner, requireReach, requireSeen } from './team-rules.ts'

/** One page of the team. @param db in the tenant's scope, as everywhere in this file */
export async function listMembers(db: PlatformDb, asked: ListMembers): Promise<Page<Member>> {
  const { items, total } = await findMembers(db, asked)
  return { items: items.map(showMember), total, page: asked.page, limit: asked.limit }
}

/** Somebody of the team, switched off or not. @throws AppError NOT_FOUND */
export async function getMember(db: PlatformDb, { id }: { id: string }): Promise<Member> {
  return showMember(await requireMember(db, id))
}

/**
 * Changes somebody's name or role, or switches them off or on. It counts at once: rights are read with every call,
 * and the database announces the change, so that open sockets close.
 * @throws AppError NOT_FOUND, CONFLICT, ROLE_TOO_HIGH, LAST_OWNER, PLAN_LIMIT_REACHED, VALIDATION_FAILED for
 *   switching oneself off
 */
export async function updateMember(
  db: PlatformDb,
  caller: TeamCaller,
  { id, updatedAt, ...given }: UpdateMember,
): Promise<Member> {
  return db.$transaction(async (tx) => {
    const actor = await requireActor(tx, caller, 'members:update')
    const before = await requireMember(tx, id)
    requireReach(actor, before.role, given.role)
    requireSeen(before.updatedAt, updatedAt, 'this person')
    const changes = changesOf(before, given)
    if (Object.keys(changes).length === 0) return showMember(before)
    if (changes.isActive === false && id === actor.userId)
      throw fieldError('isActive', 'You cannot switch yourself off. Leave the workspace instead.')
    if (before.role === 'client' && changes.role !== undefined) await requireRoom(tx, caller)
    if (changes.isActive === false || changes.role !== undefined) await requireOtherOwner(tx, before)
    const after = await saveMember(tx, before, changes)
    if (!after.isActive) await revokeSessionsOf(tx, id)
    const lostInvitations = await withdrawInvitations(tx, after)
    await appendAudit(tx, {
      tenantId: caller.tenantId,
      actor: caller.actor,
      action: 'members.update',
      resource: { type: 'members', id },
      details: { before: pick(before, changes), after: changes, ...lostInvitations },
    })
    return finishCall(tx, caller, showMember(after))
  })
}

/**
 * Takes somebody out of the team. Their sessions and tokens end with it; what they did stays theirs.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH, LAST_OWNER
 */
export async function removeMember(
  db: PlatformDb,
  caller: TeamCaller,
  { id }: { id: string },
): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const actor = await requireActor(tx, caller, 'members:delete')
    const person = await requireMember(tx, id)
    requireReach(actor, person.role)
    return endMembership(tx, caller, { person, action: 'members.remove' })
  })
}

/**
 * Takes the caller out of the team, whatever their role.
 * @throws AppError LAST_OWNER
 */
export async function leaveTeam(db: PlatformDb, caller: TeamCaller): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    await lockTeam(tx)
    const person = await requireMember(tx, caller.userId)
    return endMembership(tx, caller, { person, action: 'members.leave' })
  })
}

async function endMembership(
  tx: PlatformTx,
  caller: TeamCaller,
  { person, action }: { person: MemberRow; action: 'members.remove' | 'members.leave' },
): Promise<{ id: string }> {
  await requireOtherOwner(tx, person)
  const removed = await saveMember(tx, person, { isActive: false, removedAt: new Date() })
  await revokeSessionsOf(tx, person.id)
  await revokeApiTokensOf(tx, person.id)
  const lostInvitations = await withdrawInvitations(tx, removed)
  const { email, fullName, role } = person
  await appendAudit(tx, {
    tenantId: caller.tenantId,
    actor: caller.actor,
    action,
    resource: { type: 'members', id: person.id },
    details: { before: { email, fullName, role }, ...lostInvitations },
  })
  return finishCall(tx, caller, { id: person.id })
}

/** An invitation is worth what its sender may give: nobody leaves open doors behind that they may not open. */
async function withdrawInvitations(
  tx: PlatformTx,
  sender: MemberRow,
): Promise<{ revokedInvitations?: string[] }> {
  const revoked = await revokeInvitationsBy(
    tx,
    sender.id,
    (role) => !sender.isActive || !reachesRole(sender.role, role),
  )
  return revoked.length > 0 ? { revokedInvitations: revoked } : {}
}

/** @throws AppError NOT_FOUND for people of others, too */
async function requireMember(tx: PlatformTx, id: string): Promise<MemberRow> {
  const person = await findMember(tx, id)
  if (!person) throw new AppError('NOT_FOUND', { message: 'This person does not belong to the team.' })
  return person
}

function changesOf(
  before: MemberRow,
  { fullName, role, isActive }: Omit<UpdateMember, 'id' | 'updatedAt'>,
): MemberChanges {
  return {
    ...(fullName !== undefined && fullName !== before.fullName ? { fullName } : {}),
    ...(role !== undefined && role !== before.role ? { role } : {}),
    ...(isActive !== undefined && isActive !== before.isActive ? { isActive } : {}),
  }
}

function pick(row: MemberRow, changes: MemberChanges): object {
  const names = Object.keys(changes)
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)))
}

function showMember({ lastSignInAt, createdAt, updatedAt, ...row }: MemberRow): Member {
  return {
    ...row,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
