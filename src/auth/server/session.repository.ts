import type { PlatformTx } from '#src/db/server/database.ts'
import type { Identity } from '../identity.ts'
import type { Caller } from './caller.ts'

/** `web` sessions are held by a cookie, `api` sessions by access tokens. */
export type SessionKind = 'web' | 'api'

export type NewSession = {
  id: string
  userId: string
  tenantId: string | null
  kind: SessionKind
  expiresAt: Date
  caller: Caller
}

const MAX_USER_AGENT_LENGTH = 300

export async function createSession(db: PlatformTx, { caller, ...session }: NewSession): Promise<void> {
  const userAgent = caller.userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null
  await db.session.create({ data: { ...session, ip: caller.ip, userAgent }, select: { id: true } })
}

/**
 * The person behind a session as of now, in one query: null when the session has ended or was revoked, or
 * when the person was switched off or moved since.
 */
export async function getLiveIdentity(db: PlatformTx, sessionId: string): Promise<Identity | null> {
  const [identity] = await db.$queryRaw<Omit<Identity, 'scopes'>[]>`
    select u.id as "userId", u.tenant_id as "tenantId", u.email, u.full_name as "fullName", u.role,
           s.id as "sessionId", s.kind as credential
    from sessions s
    join users u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and s.revoked_at is null and s.expires_at > now()
      and u.is_active and u.tenant_id is not distinct from s.tenant_id`
  return identity ? { ...identity, scopes: null } : null
}

/** @returns false when the session is unknown or had been revoked before */
export async function updateSessionRevoked(db: PlatformTx, sessionId: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count === 1
}
