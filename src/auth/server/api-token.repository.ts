import type { PlatformTx } from '#src/db/server/database.ts'
import type { SessionOwner } from './session.repository.ts'

export type NewApiToken = {
  id: string
  tenantId: string
  userId: string
  name: string
  tokenHash: string
  hint: string
  scopes: string[]
  expiresAt: Date | null
}

// Named one by one: a tenant's scope may not read the hash.
const shown = {
  id: true,
  name: true,
  hint: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} as const

const MAX_LISTED = 200

/** The tokens of a person that were not revoked, the newest first; expired ones are among them. */
export async function listApiTokens(db: PlatformTx, { userId, tenantId }: SessionOwner) {
  if (tenantId === null) return []
  return db.apiToken.findMany({
    where: { userId, tenantId, revokedAt: null },
    select: shown,
    orderBy: { createdAt: 'desc' },
    take: MAX_LISTED,
  })
}

export async function countLiveApiTokens(db: PlatformTx, userId: string): Promise<number> {
  const isAlive = { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] }
  return db.apiToken.count({ where: { userId, revokedAt: null, ...isAlive } })
}

export async function createApiTokenRow(db: PlatformTx, token: NewApiToken) {
  return db.apiToken.create({ data: token, select: shown })
}

/** Whose token it is, when it is one of this tenant that was not revoked; null for any other id. */
export async function getApiTokenOwner(
  db: PlatformTx,
  { id, tenantId }: { id: string; tenantId: string },
): Promise<string | null> {
  const where = { id, tenantId, revokedAt: null }
  const token = await db.apiToken.findFirst({ where, select: { userId: true } })
  return token?.userId ?? null
}

/** @returns false when it had been revoked before */
export async function updateApiTokenRevoked(db: PlatformTx, id: string): Promise<boolean> {
  const { count } = await db.apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count === 1
}
