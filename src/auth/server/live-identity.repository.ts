import type { PlatformDb } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import type { Identity } from '../identity.ts'

/** Somebody who is signed in as of now, and until when (in milliseconds since 1970; null for ever). */
export type LiveIdentity = { identity: Identity; expiresAt: number | null }

type Row = Identity & { expiresAt: number | null; isUseOld: boolean }

/** Who acts as the person of a session, for an impersonation `i`. */
const IMPERSONATOR = `case when i.id is not null then json_build_object('id', i.admin_id, 'fullName', i.admin_name,
  'impersonationId', i.id, 'reason', i.reason,
  'until', to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`
/** Looked at anew with every call: neither the time nor the rights of who began it, `a`, have run out. */
const IS_ON = `i.ended_at is null and i.expires_at > now()
  and a.tenant_id is null and a.role = 'platform_admin' and a.is_active and a.removed_at is null`

/** Minutes after which it is written down again that a session, or an API token, is in use. */
const SESSION_USE_MINUTES = 5
const TOKEN_USE_MINUTES = 1

/**
 * The person behind a session as of now, in one query: null when the session has ended or was revoked, or
 * when the person was switched off or moved since.
 */
export async function findSessionIdentity(query: RunQuery, sessionId: string): Promise<LiveIdentity | null> {
  const text = `
    select u.id as "userId", u.tenant_id as "tenantId", u.email, u.full_name as "fullName", u.role,
           s.id as "sessionId", s.kind as credential, null as scopes, ${IMPERSONATOR} as impersonator,
           extract(epoch from least(s.expires_at, i.expires_at))::float8 * 1000 as "expiresAt",
           coalesce(s.last_used_at < now() - make_interval(mins => ${SESSION_USE_MINUTES}), true) as "isUseOld"
    from sessions s
    join users u on u.id = s.user_id
    left join impersonations i on i.id = s.impersonation_id
    left join users a on a.id = i.admin_id
    where s.id = $1::uuid and s.revoked_at is null and s.expires_at > now() and (s.impersonation_id is null or ${IS_ON})
      and u.is_active and u.removed_at is null and u.tenant_id is not distinct from s.tenant_id`
  const [row] = await query<Row>({ text, values: [sessionId] })
  return row ? noteUse(query, row) : null
}

/** The same for an API token, by its hash or by its id. */
export async function findTokenIdentity(
  query: RunQuery,
  by: { tokenHash: string } | { tokenId: string },
): Promise<LiveIdentity | null> {
  const tokenHash = 'tokenHash' in by ? by.tokenHash : null
  const tokenId = 'tokenId' in by ? by.tokenId : null
  const text = `
    select u.id as "userId", u.tenant_id as "tenantId", u.email, u.full_name as "fullName", u.role,
           t.id as "sessionId", 'token' as credential, t.scopes,
           extract(epoch from t.expires_at)::float8 * 1000 as "expiresAt",
           coalesce(t.last_used_at < now() - make_interval(mins => ${TOKEN_USE_MINUTES}), true) as "isUseOld"
    from api_tokens t
    join users u on u.id = t.user_id
    where (t.token_hash = $1 or t.id = $2::uuid) and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > now())
      and u.is_active and u.removed_at is null and u.tenant_id = t.tenant_id`
  const [row] = await query<Row>({ text, values: [tokenHash, tokenId] })
  return row ? noteUse(query, row) : null
}

/** The person behind a session, as of now; null when it has ended. */
export async function getLiveIdentity(db: PlatformDb, sessionId: string): Promise<Identity | null> {
  return (await findSessionIdentity(queryIn(db), sessionId))?.identity ?? null
}

/** Who somebody is by now: their session or token may have ended, or their role changed. */
export async function findCurrentIdentity(
  db: PlatformDb,
  { credential, sessionId }: Identity,
): Promise<Identity | null> {
  if (credential !== 'token') return getLiveIdentity(db, sessionId)
  return (await findTokenIdentity(queryIn(db), { tokenId: sessionId }))?.identity ?? null
}

function noteUse(query: RunQuery, { expiresAt, isUseOld, ...identity }: Row): LiveIdentity {
  // Nobody waits for it, and what is missed is written by the next call.
  if (isUseOld) updateLastUse(query, identity).catch(() => undefined)
  return { identity, expiresAt }
}

async function updateLastUse(query: RunQuery, { credential, sessionId }: Identity): Promise<void> {
  const [table, minutes] =
    credential === 'token' ? ['api_tokens', TOKEN_USE_MINUTES] : ['sessions', SESSION_USE_MINUTES]
  await query({
    text: `update ${table} set last_used_at = now()
      where id = $1::uuid and coalesce(last_used_at < now() - make_interval(mins => ${minutes}), true)`,
    values: [sessionId],
  })
}
