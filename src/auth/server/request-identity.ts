import type { IncomingHttpHeaders } from 'node:http'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import type { Identity } from '../identity.ts'
import { verifyAccessToken } from './access-token.ts'
import type { AuthKeys } from './auth-keys.ts'
import { isForeignCall, isForeignRequest, requestOrigin } from './request-origin.ts'
import { isIdentityOfHost, type ResolvedHost } from './resolved-host.ts'
import { authCookieNames, decodeSessionCookie, parseCookies } from './session-cookie.ts'
import { getLiveIdentity } from './session.repository.ts'

/** The part of a request that says who makes it; the handshake of a socket has it too. */
export type CredentialSource = { method?: string | undefined; headers: IncomingHttpHeaders }

export type IdentityDeps = { db: PlatformDb; keys: AuthKeys; env: Pick<Env, 'BERTH_PUBLIC_URL'> }

/** The token of an `Authorization: Bearer` header. */
export function readBearerToken(headers: IncomingHttpHeaders): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

/**
 * Who makes a call of the API: the bearer token decides when there is one, else the session cookie. Null for a visitor, and for whoever holds a session that is not alive any more.
 * The tenant of the host is not looked at; procedures compare it.
 */
export async function readIdentity(source: CredentialSource, deps: IdentityDeps): Promise<Identity | null> {
  const token = readBearerToken(source.headers)
  if (token === null) {
    // A cookie counts on calls of our own pages only, on reading ones too: nobody follows links to them.
    const isForeign = isForeignCall(source, requestOrigin(source.headers, deps.env.BERTH_PUBLIC_URL))
    return isForeign ? null : readWebSession(source, deps)
  }
  const claims = await verifyAccessToken(deps.keys.accessToken, token)
  if (!claims) return null
  const identity = await getLiveIdentity(deps.db, claims.sid)
  return identity?.userId === claims.user_id ? identity : null
}

/** The person behind the session cookie, or null. The tenant of the host is not looked at. */
export async function readWebSession(source: CredentialSource, deps: IdentityDeps): Promise<Identity | null> {
  const { db, keys, env } = deps
  const cookie = parseCookies(source.headers.cookie).get(authCookieNames(env.BERTH_PUBLIC_URL).sessionToken)
  if (!cookie || isForeignRequest(source, requestOrigin(source.headers, env.BERTH_PUBLIC_URL))) return null
  const sessionId = await decodeSessionCookie(cookie, keys)
  return sessionId === null ? null : getLiveIdentity(db, sessionId)
}

/** Whom a page of this host may greet as signed in. A cookie from another host counts for nothing. */
export async function readPageIdentity(
  source: CredentialSource,
  { host, ...deps }: IdentityDeps & { host: ResolvedHost },
): Promise<Identity | null> {
  const identity = await readWebSession(source, deps)
  return identity && isIdentityOfHost(identity, host) ? identity : null
}
