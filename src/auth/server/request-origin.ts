import type { IncomingHttpHeaders } from 'node:http'

const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:\d{1,5})?$/i
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** True when browsers reach this installation over TLS, whatever stands in between. */
export function isSecureSite(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https://') ?? false
}

/**
 * The origin a browser sees this request's site under: the host it asked for, with the scheme of the public
 * address. Forwarded headers are not looked at, since anybody can send them.
 * @returns null when the Host header is missing or malformed
 */
export function requestOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): string | null {
  const { host } = headers
  if (!host || !HOST.test(host)) return null
  const url = URL.parse(`${isSecureSite(publicUrl) ? 'https' : 'http'}://${host}`)
  return url?.origin ?? null
}

type Source = { method?: string | undefined; headers: IncomingHttpHeaders }

/**
 * True when a page of another origin makes the browser send this request with the person's cookie. SameSite
 * keeps other sites out, but all workspaces are one site: a page of one must not act in another. What changes
 * something has to prove that it comes from our own page: every browser says so, one way or the other.
 * Reading is left alone, so that people can follow links, except for the opening of a socket, which no other
 * rule of the browser guards.
 */
export function isForeignRequest({ method, headers }: Source, ownOrigin: string | null): boolean {
  if (isForeignCall({ headers }, ownOrigin)) return !isReading({ method, headers })
  const isProven = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
  return !isProven && !isReading({ method, headers })
}

/** The same for calls that nobody follows a link to: whatever says that it comes from elsewhere is foreign. */
export function isForeignCall({ headers }: Pick<Source, 'headers'>, ownOrigin: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return headers.origin !== undefined && headers.origin !== ownOrigin
}

function isReading({ method, headers }: Source): boolean {
  return SAFE_METHODS.has(method ?? 'GET') && headers.upgrade === undefined
}
