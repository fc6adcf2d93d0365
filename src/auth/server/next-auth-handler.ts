import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '#src/shared/errors/app-error.ts'
import { formatCallError, toCallError } from '#src/trpc/server/error-formatter.ts'
import { readFormFields } from './auth-body.ts'
import { createAuthReply, type AuthReply } from './auth-reply.ts'
import type { AuthRequest, WebAuthDeps } from './auth-request.ts'
import { callNextAuth } from './call-next-auth.ts'
import type { Caller } from './caller.ts'
import { createNextAuthOptions, ownUrl } from './next-auth-options.ts'
import { isForeignRequest, requestOrigin } from './request-origin.ts'
import type { ResolvedHost } from './resolved-host.ts'
import { authCookieNames, parseCookies } from './session-cookie.ts'

/** Where next-auth answers, on every host. */
export const AUTH_PATH = '/api/auth'

/** All that is offered; the library knows more, such as a log that anybody could write to. */
const offered: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signin/password', 'signout', 'error'],
  POST: ['callback/password', 'callback/ticket', 'signout'],
}

export type NextAuthDeps = WebAuthDeps & {
  /** Only hosts this installation really serves may resolve: links are made from the Host header. */
  resolveHost: (hostHeader: string | undefined) => ResolvedHost | Promise<ResolvedHost>
  readCaller: (req: IncomingMessage) => Caller
}

/**
 * Runs next-auth under `/api/auth` on a plain HTTP server. `AUTH_TRUST_HOST=1` must be in the environment and
 * `NEXTAUTH_URL` must not, so that each host gets its own addresses.
 */
export function createNextAuthHandler(deps: NextAuthDeps) {
  return async function handleAuth(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const caller = deps.readCaller(req)
    try {
      const reply = await answer(deps, req, caller)
      reply.sendTo(res)
    } catch (error) {
      const { status, error: body } = formatCallError(error, caller.requestId ?? '')
      if (status >= 500) deps.logger.error({ err: error }, 'sign-in request failed')
      const reply = createAuthReply().status(status).json({ error: body })
      setRetryAfter(reply, toCallError(error))
      // What was not read of a body that is too large would be taken for the next request.
      if (status === 413) reply.setHeader('connection', 'close')
      reply.sendTo(res)
    }
  }
}

async function answer(deps: NextAuthDeps, req: IncomingMessage, caller: Caller): Promise<AuthReply> {
  const { method = 'GET', headers } = req
  const url = URL.parse(req.url ?? '', 'http://host')
  const path = requireOffered(method, url?.pathname)
  const origin = requestOrigin(headers, deps.env.BERTH_PUBLIC_URL)
  if (origin === null || url === null) throw new AppError('BAD_REQUEST')
  if (isForeignRequest(req, origin)) throw new AppError('FORBIDDEN')
  const host = await deps.resolveHost(headers.host)
  if (host.kind === 'workspace' && !host.tenant) throw new AppError('TENANT_NOT_FOUND')

  const fields = method === 'POST' ? await readFormFields(req) : {}
  const request: AuthRequest = { host, origin, caller }
  const reply = await callNextAuth(createNextAuthOptions(deps, request), {
    method,
    origin,
    path,
    query: ownCallback(Object.fromEntries(url.searchParams), origin),
    cookies: readAuthCookies(headers.cookie, { origin, publicUrl: deps.env.BERTH_PUBLIC_URL }),
    body: ownCallback(fields, origin),
  })
  requireOwnLocation(reply, origin)
  const { failure } = request
  // Cookies stay as they are when it is not known whether the session is good, or whether it has ended.
  if (failure && !path.startsWith('callback/')) throw failure
  if (failure && failure.status >= 500) deps.logger.error({ err: failure }, 'sign-in failed')
  return fields['json'] === 'true' ? answerInJson(reply, request) : reply
}

/** @returns what is asked for below `AUTH_PATH` */
function requireOffered(method: string, pathname = ''): string {
  const path = pathname.startsWith(`${AUTH_PATH}/`) ? pathname.slice(AUTH_PATH.length + 1) : ''
  if (offered[method]?.includes(path)) return path
  const known = Object.values(offered).some((paths) => paths.includes(path))
  throw new AppError(known ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND')
}

/** The address a script shall go to next, with a status that says whether the sign-in worked. */
function answerInJson(reply: AuthReply, { failure }: AuthRequest): AuthReply {
  const location = reply.getHeader('location')
  if (typeof location !== 'string') return reply
  const withoutToken = location.endsWith('?csrf=true')
  reply.removeHeader('location')
  if (failure) setRetryAfter(reply, failure)
  return reply.status(failure?.status ?? (withoutToken ? 403 : 200)).json({ url: location })
}

function setRetryAfter(reply: AuthReply, { retryAfterSeconds }: AppError): void {
  if (retryAfterSeconds !== null) reply.setHeader('retry-after', String(retryAfterSeconds))
}

function requireOwnLocation(reply: AuthReply, origin: string): void {
  const location = reply.getHeader('location')
  if (typeof location !== 'string' || URL.parse(location, origin)?.origin === origin) return
  throw new Error(
    `next-auth answered for ${location} instead of ${origin}: is AUTH_TRUST_HOST=1 set, NEXTAUTH_URL not?`,
  )
}

function ownCallback(fields: Record<string, string>, origin: string): Record<string, string> {
  const { callbackUrl } = fields
  return callbackUrl === undefined ? fields : { ...fields, callbackUrl: ownUrl(callbackUrl, origin) }
}

function readAuthCookies(
  header: string | undefined,
  { origin, publicUrl }: { origin: string; publicUrl: string | undefined },
): Record<string, string> {
  const sent = parseCookies(header)
  const names = authCookieNames(publicUrl)
  const known = Object.values(names).map((name) => [name, sent.get(name)] as const)
  const cookies = Object.fromEntries(
    known.filter((cookie): cookie is [string, string] => cookie[1] !== undefined),
  )
  const callbackUrl = cookies[names.callbackUrl]
  return callbackUrl === undefined
    ? cookies
    : { ...cookies, [names.callbackUrl]: ownUrl(callbackUrl, origin) }
}
