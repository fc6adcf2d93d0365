import type { PlatformTx } from '#src/db/server/database.ts'

/** What a token that works once is for. */
export type OneTimePurpose = 'sign-in' | 'password-reset' | 'email-change'

export type NewOneTimeToken = {
  id: string
  purpose: OneTimePurpose
  tokenHash: string
  /** null for people of the platform */
  tenantId: string | null
  userId: string
  payload: Record<string, string>
  lifetimeSeconds: number
}

export async function createOneTimeTokenRow(db: PlatformTx, token: NewOneTimeToken): Promise<void> {
  const { id, purpose, tokenHash, tenantId, userId, payload, lifetimeSeconds } = token
  await db.$executeRaw`
    insert into one_time_tokens (id, purpose, token_hash, tenant_id, user_id, payload, expires_at)
    values (${id}::uuid, ${purpose}, ${tokenHash}, ${tenantId}::uuid, ${userId}::uuid,
            ${JSON.stringify(payload)}::jsonb, now() + make_interval(secs => ${lifetimeSeconds}))`
}

export type OneTimeTokenKey = { purpose: OneTimePurpose; tokenHash: string; tenantId: string | null }
export type UsedOneTimeToken = { userId: string; payload: Record<string, string> }

/**
 * Marks a token as used and tells whose it was. One statement: of two that come at once, the second waits for
 * the row and then no longer finds it unused.
 */
export async function updateOneTimeTokenUsed(
  db: PlatformTx,
  { purpose, tokenHash, tenantId }: OneTimeTokenKey,
): Promise<UsedOneTimeToken | null> {
  const [token] = await db.$queryRaw<UsedOneTimeToken[]>`
    update one_time_tokens set used_at = now()
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > now()
      and tenant_id is not distinct from ${tenantId}::uuid
    returning user_id as "userId", payload`
  return token ?? null
}

export async function hasUnusedOneTimeToken(db: PlatformTx, key: OneTimeTokenKey): Promise<boolean> {
  const where = { ...key, usedAt: null, expiresAt: { gt: new Date() } }
  return (await db.oneTimeToken.count({ where })) > 0
}

/** Makes the unused tokens of one purpose worthless, as when a newer one was asked for. */
export async function deleteOneTimeTokens(
  db: PlatformTx,
  { userId, purpose }: { userId: string; purpose: OneTimePurpose },
): Promise<void> {
  await db.oneTimeToken.deleteMany({ where: { userId, purpose, usedAt: null } })
}
