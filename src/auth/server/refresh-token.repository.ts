import type { PlatformTx } from '#src/db/server/database.ts'
import type { Identity } from '../identity.ts'

export type NewRefreshToken = {
  id: string
  sessionId: string
  tenantId: string | null
  tokenHash: string
  lifetimeSeconds: number
}

/** What is known of a refresh token that somebody shows, its session and its person as of now. */
export type KnownRefreshToken = {
  identity: Identity
  /** false when the token, its session or its person has come to an end */
  isAlive: boolean
  /** seconds since it was exchanged; null when it was not */
  rotatedFor: number | null
}

export async function createRefreshToken(db: PlatformTx, token: NewRefreshToken): Promise<void> {
  const { id, sessionId, tenantId, tokenHash, lifetimeSeconds } = token
  await db.$executeRaw`
    insert into refresh_tokens (id, session_id, tenant_id, token_hash, expires_at)
    values (${id}::uuid, ${sessionId}::uuid, ${tenantId}::uuid, ${tokenHash},
            now() + make_interval(secs => ${lifetimeSeconds}))`
}

/** The tenant of a refresh token (null: the platform), or undefined for a token nobody has issued. */
export async function findRefreshTokenTenant(
  db: PlatformTx,
  tokenHash: string,
): Promise<string | null | undefined> {
  const token = await db.refreshToken.findUnique({ where: { tokenHash }, select: { tenantId: true } })
  return token?.tenantId
}

/** The token, locked until the end of the transaction: of several exchanges the first decides. */
export async function lockRefreshToken(db: PlatformTx, tokenHash: string): Promise<KnownRefreshToken | null> {
  const [row] = await db.$queryRaw<(Identity & Omit<KnownRefreshToken, 'identity'>)[]>`
    select u.id as "userId", u.tenant_id as "tenantId", u.email, u.full_name as "fullName", u.role,
           s.id as "sessionId", s.kind as credential, null as scopes,
           (r.expires_at > now() and s.revoked_at is null and s.expires_at > now() and u.is_active
             and u.removed_at is null and u.tenant_id is not distinct from r.tenant_id) as "isAlive",
           extract(epoch from now() - r.rotated_at)::float8 as "rotatedFor"
    from refresh_tokens r
    join sessions s on s.id = r.session_id and s.tenant_id is not distinct from r.tenant_id
    join users u on u.id = s.user_id
    where r.token_hash = ${tokenHash}
    for update of r`
  if (!row) return null
  const { isAlive, rotatedFor, ...identity } = row
  return { identity, isAlive, rotatedFor }
}

/** Marks a token as exchanged and lets its session live on from now. */
export async function updateRefreshTokenRotated(
  db: PlatformTx,
  {
    tokenHash,
    sessionId,
    lifetimeSeconds,
  }: Pick<NewRefreshToken, 'tokenHash' | 'sessionId' | 'lifetimeSeconds'>,
): Promise<void> {
  await db.$executeRaw`update refresh_tokens set rotated_at = now() where token_hash = ${tokenHash}`
  await db.$executeRaw`
    update sessions
    set expires_at = now() + make_interval(secs => ${lifetimeSeconds}), last_used_at = now()
    where id = ${sessionId}::uuid`
}
