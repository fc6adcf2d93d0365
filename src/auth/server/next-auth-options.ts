import type { AuthOptions } from 'next-auth'
import type { Identity } from '../identity.ts'
import { noteFailure, type AuthRequest, type WebAuthDeps } from './auth-request.ts'
import { createCredentialsProviders } from './credentials-providers.ts'
import { isSecureSite } from './request-origin.ts'
import { isIdentityOfHost } from './resolved-host.ts'
import { authCookieNames, decodeSessionCookie } from './session-cookie.ts'
import { getLiveIdentity } from './live-identity.repository.ts'
import { revokeSession } from './session.service.ts'

/** The options of next-auth for one request: whom it may sign in depends on the host. */
export function createNextAuthOptions(deps: WebAuthDeps, request: AuthRequest): AuthOptions {
  const { db, keys, env } = deps
  const maxAge = env.BERTH_SESSION_HOURS * 3600
  return {
    secret: keys.webSession,
    providers: createCredentialsProviders(deps, request),
    session: { strategy: 'jwt', maxAge },
    jwt: {
      maxAge,
      // A cookie is worth nothing once its session has been revoked, or on another workspace's host.
      decode: async ({ token }) => {
        const identity = await noteFailure(request, () => findIdentity(deps, request, token))
        if (identity) request.identity = identity
        return identity && sessionClaims(identity)
      },
    },
    callbacks: {
      redirect: ({ url }) => ownUrl(url, request.origin),
      // The cookie names the session and nothing else: all that can change is read from the database.
      jwt: () => (request.identity ? sessionClaims(request.identity) : {}),
      session: ({ session }) => ({ expires: session.expires, user: shownUser(request.identity) }),
    },
    events: {
      signOut: async () => {
        const { identity, caller } = request
        if (identity) await noteFailure(request, () => revokeSession(db, { identity, caller }))
      },
    },
    pages: { signIn: '/login', signOut: '/login', error: '/login', verifyRequest: '/login' },
    ...cookieOptions(env.BERTH_PUBLIC_URL),
    logger: nextAuthLogger(deps),
  }
}

/** The same URL when it stays on this host, else the host's front page: nobody is sent away after signing in. */
export function ownUrl(url: string, origin: string): string {
  const target = URL.parse(url, origin)
  return target?.origin === origin
    ? `${origin}${target.pathname}${target.search}${target.hash}`
    : `${origin}/`
}

async function findIdentity(
  { db, keys }: WebAuthDeps,
  { host }: AuthRequest,
  token: string | undefined,
): Promise<Identity | null> {
  const sessionId = token ? await decodeSessionCookie(token, keys) : null
  const identity = sessionId === null ? null : await getLiveIdentity(db, sessionId)
  return identity && isIdentityOfHost(identity, host) ? identity : null
}

function sessionClaims({ userId, sessionId }: Identity) {
  return { sub: userId, sid: sessionId }
}

function shownUser(identity: Identity | undefined) {
  if (!identity) return {}
  const { userId, tenantId, email, fullName, role } = identity
  return { id: userId, email, name: fullName, role, tenantId }
}

function cookieOptions(publicUrl: string | undefined): Pick<AuthOptions, 'cookies' | 'useSecureCookies'> {
  const secure = isSecureSite(publicUrl)
  const names = authCookieNames(publicUrl)
  // No domain: each host keeps its cookies to itself.
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: names.sessionToken, options },
      callbackUrl: { name: names.callbackUrl, options },
      csrfToken: { name: names.csrfToken, options },
    },
  }
}

function nextAuthLogger({ logger }: WebAuthDeps): NonNullable<AuthOptions['logger']> {
  return {
    error: (code, metadata) => {
      // A cookie that has expired or was revoked is everyday life.
      if (code === 'JWT_SESSION_ERROR') logger.debug({ code }, 'session cookie refused')
      else logger.error({ code, err: metadata }, 'next-auth failed')
    },
    warn: (code) => logger.warn({ code }, 'next-auth warned'),
    debug: () => undefined,
  }
}
