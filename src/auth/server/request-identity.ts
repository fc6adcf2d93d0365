import type { IncomingHttpHeaders } from 'node:http'
import type { RunQuery } from '#src/db/server/run-query.ts'
import type { Env } from '#src/env.ts'
import type { Identity } from '../identity.ts'
import { verifyAccessToken } from './access-token.ts'
import { API_TOKEN_PREFIX } from './api-token.service.ts'
import type { AuthKeys } from './auth-keys.ts'
import { findSessionIdentity, findTokenIdentity, type LiveIdentity } from './live-identity.repository.ts'
import { isForeignCall, isForeignRequest, requestOrigin } from './request-origin.ts'
import { isIdentityOfHost, type ResolvedHost } from './resolved-host.ts'
import { hashSecretToken, isSecretToken } from './secret-token.ts'
import { authCookieNames, decodeSessionCookie, parseCookies } from './session-cookie.ts'

/** The part of a request that says who makes it; the handshake of a socket has it too. */
export type CredentialSource = { method?: string | undefined; headers: IncomingHttpHeaders }

export type IdentityDeps = { query: RunQuery; keys: AuthKeys; env: Pick<Env, 'BERTH_PUBLIC_URL'> }

/** The token of an `Authorization: Bearer` header. */
export function readBearerToken(headers: IncomingHttpHeaders): string | null {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

/**
 * Who makes a call of the API: the bearer token decides when there is one, else the session cookie. Null for a
 * visitor, and for whoever holds a session or an API token that is not alive any more.
 * The tenant of the host is not looked at; procedures compare it.
 */
export async function readIdentity(source: CredentialSource, deps: IdentityDeps): Promise<Identity | null> {
  return (await readLiveIdentity(source, deps))?.identity ?? null
}

/** The same with the time at which the credential ends by itself, for connections that stay open. */
export async function readLiveIdentity(
  source: CredentialSource,
  deps: IdentityDeps,
): Promise<LiveIdentity | null> {
  const token = readBearerToken(source.headers)
  if (token === null) {
    // A cookie counts on calls of our own pages only, on reading ones too: nobody follows links to them.
    const isForeign = isForeignCall(source, requestOrigin(source.headers, deps.env.BERTH_PUBLIC_URL))
    return isForeign ? null : readCookie(source, deps)
  }
  return token.startsWith(API_TOKEN_PREFIX) ? readApiToken(token, deps) : readAccessToken(token, deps)
}

/** The person behind the session cookie, or null. The tenant of the host is not looked at. */
export async function readWebSession(source: CredentialSource, deps: IdentityDeps): Promise<Identity | null> {
  return (await readCookie(source, deps))?.identity ?? null
}

async function readAccessToken(token: string, { query, keys }: IdentityDeps): Promise<LiveIdentity | null> {
  const claims = await verifyAccessToken(keys.accessToken, token)
  if (!claims) return null
  const live = await findSessionIdentity(query, claims.sid)
  if (live?.identity.userId !== claims.user_id) return null
  return { ...live, expiresAt: Math.min(live.expiresAt ?? Infinity, claims.exp * 1000) }
}

async function readApiToken(token: string, { query }: IdentityDeps): Promise<LiveIdentity | null> {
  if (!isSecretToken(token.slice(API_TOKEN_PREFIX.length))) return null
  return findTokenIdentity(query, { tokenHash: hashSecretToken(token) })
}

async function readCookie(source: CredentialSource, deps: IdentityDeps): Promise<LiveIdentity | null> {
  const { query, keys, env } = deps
  const cookie = parseCookies(source.headers.cookie).get(authCookieNames(env.BERTH_PUBLIC_URL).sessionToken)
  if (!cookie || isForeignRequest(source, requestOrigin(source.headers, env.BERTH_PUBLIC_URL))) return null
  const sessionId = await decodeSessionCookie(cookie, keys)
  return sessionId === null ? null : findSessionIdentity(query, sessionId)
}

/** Whom a page of this host may greet as signed in. A cookie from another host counts for nothing. */
export async function readPageIdentity(
  source: CredentialSource,
  { host, ...deps }: IdentityDeps & { host: ResolvedHost },
): Promise<Identity | null> {
  const identity = await readWebSession(source, deps)
  return identity && isIdentityOfHost(identity, host) ? identity : null
}
