import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import type { NamedViewer } from '../../stream.ts'

/** How many codes were made for a name since a moment; what is older than a day is cleared away. */
export async function countCodes(tx: TenantTx, username: string): Promise<number> {
  await tx.$executeRaw`delete from verification_codes where created_at < now() - interval '1 day'`
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from verification_codes
    where lower(username) = lower(${username}) and created_at > now() - interval '1 hour'`
  return row?.count ?? 0
}

type NewCode = { id: string; tenantId: string; username: string; codeHash: string; minutes: number }

/** Stores a code. @returns when it ends */
export async function insertCode(tx: TenantTx, code: NewCode): Promise<Date> {
  const { id, tenantId, username, codeHash, minutes } = code
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    insert into verification_codes (id, tenant_id, username, code_hash, created_at, expires_at)
    values (${id}::uuid, ${tenantId}::uuid, ${username}, ${codeHash}, clock_timestamp(),
            clock_timestamp() + make_interval(mins => ${minutes}::int))
    returning expires_at as "expiresAt"`
  if (!row) throw new Error('A code was written out of the reach of its tenant.')
  return row.expiresAt
}

/**
 * Takes one attempt at the newest code of a name. Attempts that come at once are counted one by one.
 * @returns null when there is none that may be tried
 */
export async function takeAttempt(
  db: TenantDb,
  { username, attempts }: { username: string; attempts: number },
): Promise<{ id: string; codeHash: string } | null> {
  const [code] = await db.$queryRaw<{ id: string; codeHash: string }[]>`
    update verification_codes set attempts = attempts + 1, updated_at = now()
    where id = (select id from verification_codes where lower(username) = lower(${username})
                order by created_at desc, id desc limit 1)
      and not verified and expires_at > now() and attempts < ${attempts}::int
    returning id, code_hash as "codeHash"`
  return code ?? null
}

/** Uses a code up. @returns false when somebody else just has */
export async function spendCode(tx: TenantTx, id: string): Promise<boolean> {
  const { count } = await tx.verificationCode.updateMany({
    where: { id, verified: false },
    data: { verified: true },
  })
  return count === 1
}

type NewSession = { id: string; tenantId: string; viewerId: string; tokenHash: string; expiresAt: Date }

/** Opens a session of a viewer; those that have ended are cleared away. */
export async function insertSession(tx: TenantTx, session: NewSession): Promise<void> {
  const { viewerId } = session
  await tx.viewerSession.deleteMany({ where: { viewerId, expiresAt: { lt: new Date() } } })
  await tx.viewerSession.create({ data: session, select: { id: true } })
}

/** The viewer of a session that is open. */
export async function findSession(
  db: TenantDb,
  tokenHash: string,
): Promise<{ viewer: NamedViewer; expiresAt: Date } | null> {
  const [found] = await db.$queryRaw<(NamedViewer & { expiresAt: Date })[]>`
    select v.id, v.username, s.expires_at as "expiresAt"
    from viewer_sessions s join viewers v on v.id = s.viewer_id and v.deleted_at is null
    where s.token_hash = ${tokenHash} and s.revoked_at is null and s.expires_at > now()`
  if (!found) return null
  const { expiresAt, ...viewer } = found
  return { viewer, expiresAt }
}

/** Ends all sessions of a viewer. @returns how many were open */
export async function endSessions(tx: TenantTx, viewerId: string): Promise<number> {
  const { count } = await tx.viewerSession.updateMany({
    where: { viewerId, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { revokedAt: new Date() },
  })
  return count
}
