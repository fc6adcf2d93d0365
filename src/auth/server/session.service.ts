import { AppError } from '#src/shared/errors/app-error.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { Identity } from '../identity.ts'
import { updateLastSignIn, type Account } from './account.repository.ts'
import type { Caller } from './caller.ts'
import { getLiveIdentity } from './live-identity.repository.ts'
import { createRefreshToken } from './refresh-token.repository.ts'
import { updateImpersonationEnded } from './impersonation/impersonation.repository.ts'
import { createSession, updateSessionRevoked, type SessionKind } from './session.repository.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/** What a sign-in asks for: which kind of session, for how long, and who asked. */
export type SessionRequest = {
  kind: SessionKind
  lifetimeSeconds: number
  caller: Caller
  /** the first refresh token of the session, where it has any */
  refreshTokenHash?: string
}

/**
 * Starts a session for a person who has just proven who they are, and records it.
 * @param method how they have proven it, for the audit log
 * @throws AppError INVALID_CREDENTIALS when the account has changed since
 */
export async function startSession(
  tx: PlatformTx,
  { account, method, request }: { account: Account; method: string; request: SessionRequest },
): Promise<Identity> {
  const { id: userId, tenantId, email, fullName, role } = account
  const { kind, lifetimeSeconds, caller, refreshTokenHash: tokenHash } = request
  // Whoever changed the password meanwhile has ended all sessions; none may come after that.
  if (!(await updateLastSignIn(tx, account))) throw new AppError('INVALID_CREDENTIALS')
  const sessionId = newId()
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000)
  await createSession(tx, { id: sessionId, userId, tenantId, kind, expiresAt, caller })
  if (tokenHash !== undefined) {
    await createRefreshToken(tx, { id: newId(), sessionId, tenantId, tokenHash, lifetimeSeconds })
  }
  await createSignInRecord(tx, {
    tenantId,
    actorId: userId,
    action: 'auth.sign_in',
    resource: { type: 'session', id: sessionId },
    details: { method, kind },
    caller,
  })
  return {
    userId,
    tenantId,
    email,
    fullName,
    role,
    credential: kind,
    sessionId,
    scopes: null,
    impersonator: null,
  }
}

/**
 * The person behind a session, as of now.
 * @throws AppError UNAUTHENTICATED when it has ended, was revoked, or the person was switched off.
 */
export async function requireLiveSession(db: PlatformDb, sessionId: string): Promise<Identity> {
  const identity = await getLiveIdentity(db, sessionId)
  if (!identity) throw new AppError('UNAUTHENTICATED')
  return identity
}

/** Ends a session at once, for cookies and access tokens alike. Ending it twice changes nothing. */
export async function revokeSession(
  db: PlatformDb,
  { identity, caller }: { identity: Identity; caller: Caller },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { impersonator } = identity
    if (impersonator) {
      const from = { userId: impersonator.id, ...caller }
      await updateImpersonationEnded(tx, { id: impersonator.impersonationId, how: 'ended', from })
      return
    }
    if (!(await updateSessionRevoked(tx, identity.sessionId))) return
    await createSignInRecord(tx, {
      tenantId: identity.tenantId,
      actorId: identity.userId,
      action: 'auth.sign_out',
      resource: { type: 'session', id: identity.sessionId },
      details: {},
      caller,
    })
  })
}
