import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { createSecretToken, hashSecretToken } from '#src/auth/server/secret-token.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import { invitationMail } from '#src/mail/server/workspace-mails.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { Page } from '#src/shared/pagination.ts'
import {
  INVITATION_DAYS,
  type CreateInvitation,
  type Invitation,
  type ListInvitations,
} from '../invitation.ts'
import {
  createInvitationRow,
  findInvitations,
  findOpenInvitation,
  revokeInvitation,
  saveInvitation,
  type InvitationRow,
} from './invitation.repository.ts'
import { findMemberByEmail } from './member.repository.ts'
import { finishCall, type TeamActor, type TeamCaller } from './team-caller.ts'
import { requireRoom } from './team-room.ts'
import { requireActor, requireReach } from './team-rules.ts'

/** What the mail of an invitation says beside the invitation itself. */
export type InvitationLetter = { businessName: string; workspaceUrl: string }

const DAY_MINUTES = 24 * 60

/** One page of the invitations that are open. @param db in the tenant's scope, as everywhere in this file */
export async function listInvitations(db: PlatformDb, asked: ListInvitations): Promise<Page<Invitation>> {
  const { items, total } = await findInvitations(db, asked)
  return { items: items.map(showInvitation), total, page: asked.page, limit: asked.limit }
}

/**
 * Invites somebody by mail. Whoever is invited again gets a new link, and the old one ends: there is one open
 * invitation for an address at a time.
 * @throws AppError ROLE_TOO_HIGH, PLAN_LIMIT_REACHED, ALREADY_EXISTS for an address of the team
 */
export async function createInvitation(
  db: PlatformDb,
  caller: TeamCaller & { letter: InvitationLetter },
  { email, role, fullName }: CreateInvitation,
): Promise<Invitation> {
  return db.$transaction(async (tx) => {
    const actor = await requireActor(tx, caller, 'invitations:create')
    const open = await findOpenInvitation(tx, { email })
    requireReach(actor, role, open?.role)
    await requireStranger(tx, email)
    // Whoever accepts later is counted again; an invitation for which there is no room now helps nobody.
    if (role !== 'client') await requireRoom(tx, caller)
    const terms = { fullName: fullName || null, role, ...(await send(tx, actor, { email, role })) }
    const invitation = open
      ? await saveInvitation(tx, open.id, terms)
      : await createInvitationRow(tx, { ...terms, email, tenantId: caller.tenantId })
    await audit(tx, caller, { action: open ? 'resend' : 'create', before: open, after: invitation })
    return finishCall(tx, caller, showInvitation(invitation))
  })
}

/**
 * Sends an open invitation again, with a new link and a full week to accept it.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH, ALREADY_EXISTS when the person belongs to the team by now
 */
export async function resendInvitation(
  db: PlatformDb,
  caller: TeamCaller & { letter: InvitationLetter },
  { id }: { id: string },
): Promise<Invitation> {
  return db.$transaction(async (tx) => {
    const actor = await requireActor(tx, caller, 'invitations:create')
    const open = await requireInvitation(tx, id)
    requireReach(actor, open.role)
    await requireStranger(tx, open.email)
    const { fullName, role } = open
    const invitation = await saveInvitation(tx, id, { fullName, role, ...(await send(tx, actor, open)) })
    await audit(tx, caller, { action: 'resend', before: open, after: invitation })
    return finishCall(tx, caller, showInvitation(invitation))
  })
}

/**
 * Takes an invitation back: its link opens nothing any more.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function withdrawInvitation(
  db: PlatformDb,
  caller: TeamCaller,
  { id }: { id: string },
): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const actor = await requireActor(tx, caller, 'invitations:delete')
    const open = await requireInvitation(tx, id)
    requireReach(actor, open.role)
    if (!(await revokeInvitation(tx, id))) throw invitationNotFound()
    await audit(tx, caller, { action: 'revoke', before: open, after: null })
    return finishCall(tx, caller, { id })
  })
}

/** Queues the mail. @returns what is stored of it; the token itself is in the mail alone */
async function send(
  tx: PlatformTx,
  { letter, tenantId, userId, fullName }: TeamActor & { letter: InvitationLetter },
  { email, role }: Pick<InvitationRow, 'email' | 'role'>,
) {
  const token = createSecretToken()
  await queueMail(tx, {
    ...invitationMail({
      inviterName: fullName,
      businessName: letter.businessName,
      role,
      url: `${letter.workspaceUrl}/invitation#${token}`,
      validMinutes: INVITATION_DAYS * DAY_MINUTES,
    }),
    tenantId,
    to: email,
  })
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * DAY_MINUTES * 60_000)
  return { tokenHash: hashSecretToken(token), invitedBy: userId, expiresAt }
}

/** @throws AppError ALREADY_EXISTS */
async function requireStranger(tx: PlatformTx, email: string): Promise<void> {
  const person = await findMemberByEmail(tx, email)
  if (!person) return
  const sentence = person.isActive
    ? 'This person already belongs to your team.'
    : 'This person is in your team, but switched off. Switch them on instead.'
  throw fieldError('email', sentence, 'ALREADY_EXISTS')
}

/** @throws AppError NOT_FOUND */
async function requireInvitation(tx: PlatformTx, id: string): Promise<InvitationRow> {
  const open = await findOpenInvitation(tx, { id })
  if (!open) throw invitationNotFound()
  return open
}

function invitationNotFound(): AppError {
  return new AppError('NOT_FOUND', { message: 'This invitation is not open any more.' })
}

function audit(
  tx: PlatformTx,
  caller: TeamCaller,
  change: {
    action: 'create' | 'resend' | 'revoke'
    before: InvitationRow | null
    after: InvitationRow | null
  },
): Promise<void> {
  const { action, before, after } = change
  return appendAudit(tx, {
    tenantId: caller.tenantId,
    actor: caller.actor,
    action: `invitations.${action}`,
    resource: { type: 'invitations', id: (after ?? before)?.id ?? null },
    details: {
      ...(before ? { before: factsOf(before) } : {}),
      ...(after ? { after: factsOf(after) } : {}),
    },
  })
}

function factsOf({ email, fullName, role, expiresAt }: InvitationRow): object {
  return { email, fullName, role, expiresAt: expiresAt.toISOString() }
}

function showInvitation({ inviter, createdAt, expiresAt, ...row }: InvitationRow): Invitation {
  return {
    ...row,
    invitedBy: inviter,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt.getTime() <= Date.now(),
  }
}
