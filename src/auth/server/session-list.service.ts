import { AppError } from '#src/shared/errors/app-error.ts'
import type { SessionSummary } from '../session.ts'
import { callerOf } from './caller.ts'
import { describeDevice } from './device.ts'
import { requireMemberAccess, withOwnScope, type PersonCall } from './member-access.ts'
import {
  getSessionOwner,
  listLiveSessions,
  updateSessionRevoked,
  updateSessionsRevoked,
} from './session.repository.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/**
 * Where a person is signed in; the caller, unless another member is named.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function listSessions(ctx: PersonCall, userId = ctx.identity.userId): Promise<SessionSummary[]> {
  const { tenantId, sessionId } = ctx.identity
  return withOwnScope(ctx, async (db) => {
    await requireMemberAccess(db, ctx, userId)
    const sessions = await listLiveSessions(db, { userId, tenantId })
    return sessions.map(({ id, kind, ip, userAgent, createdAt, lastUsedAt, expiresAt, impersonation }) => ({
      id,
      kind: kind === 'web' ? 'web' : 'api',
      device: impersonation ? `${impersonation.adminName} of Berth support` : describeDevice(userAgent),
      ip,
      createdAt: createdAt.toISOString(),
      lastUsedAt: (lastUsedAt ?? createdAt).toISOString(),
      expiresAt: expiresAt.toISOString(),
      isCurrent: id === sessionId,
    }))
  })
}

/**
 * Ends one session at once: one of the caller, or of a member they look after.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function revokeListedSession(ctx: PersonCall, id: string): Promise<void> {
  const { tenantId, userId: actorId } = ctx.identity
  await withOwnScope(ctx, (db) =>
    db.$transaction(async (tx) => {
      const userId = await getSessionOwner(tx, { id, tenantId })
      if (userId === null) throw new AppError('NOT_FOUND')
      await requireMemberAccess(tx, ctx, userId)
      if (!(await updateSessionRevoked(tx, id))) return
      await createSignInRecord(tx, {
        tenantId,
        actorId,
        action: 'sessions.revoke',
        resource: { type: 'session', id },
        details: { userId },
        caller: callerOf(ctx),
      })
    }),
  )
}

/** Ends all sessions of the caller but the one this call is made with. @returns how many ended */
export async function revokeOtherSessions(ctx: PersonCall): Promise<number> {
  const { tenantId, userId, sessionId } = ctx.identity
  return withOwnScope(ctx, (db) =>
    db.$transaction(async (tx) => {
      const ended = await updateSessionsRevoked(tx, { userId, tenantId, except: sessionId })
      if (ended === 0) return 0
      await createSignInRecord(tx, {
        tenantId,
        actorId: userId,
        action: 'sessions.revoke_others',
        resource: { type: 'user', id: userId },
        details: { ended },
        caller: callerOf(ctx),
      })
      return ended
    }),
  )
}
