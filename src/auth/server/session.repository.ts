import type { PlatformTx } from '#src/db/server/database.ts'
import type { Caller } from './caller.ts'

/** `web` sessions are held by a cookie, `api` sessions by access and refresh tokens. */
export type SessionKind = 'web' | 'api'

export type NewSession = {
  id: string
  userId: string
  tenantId: string | null
  kind: SessionKind
  expiresAt: Date
  caller: Caller
  /** where somebody of the platform acts as the person */
  impersonationId?: string
}

/** Whose sessions are meant. The tenant is named as well, so that an id from elsewhere finds nothing. */
export type SessionOwner = { userId: string; tenantId: string | null }

const MAX_USER_AGENT_LENGTH = 300

export async function createSession(db: PlatformTx, { caller, ...session }: NewSession): Promise<void> {
  const userAgent = caller.userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null
  await db.session.create({
    data: { ...session, ip: caller.ip, userAgent, lastUsedAt: new Date() },
    select: { id: true },
  })
}

/** The sessions of a person that are alive, the one used last first. */
export async function listLiveSessions(db: PlatformTx, { userId, tenantId }: SessionOwner) {
  return db.session.findMany({
    where: { userId, tenantId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      id: true,
      kind: true,
      ip: true,
      userAgent: true,
      createdAt: true,
      lastUsedAt: true,
      expiresAt: true,
      impersonation: { select: { adminName: true } },
    },
    orderBy: [{ lastUsedAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
    take: 200,
  })
}

/** Whose session it is, when it is one of this tenant; null for any other id. */
export async function getSessionOwner(
  db: PlatformTx,
  { id, tenantId }: { id: string; tenantId: string | null },
): Promise<string | null> {
  const session = await db.session.findFirst({ where: { id, tenantId }, select: { userId: true } })
  return session?.userId ?? null
}

/** @returns false when the session is unknown or had been revoked before */
export async function updateSessionRevoked(db: PlatformTx, sessionId: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count === 1
}

/**
 * Ends all sessions of a person.
 * @param except the one that stays
 * @returns how many ended
 */
export async function updateSessionsRevoked(
  db: PlatformTx,
  { userId, tenantId, except }: SessionOwner & { except?: string },
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: {
      userId,
      tenantId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      ...(except === undefined ? {} : { id: { not: except } }),
    },
    data: { revokedAt: new Date() },
  })
  return count
}
