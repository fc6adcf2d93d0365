import type { IncomingHttpHeaders } from 'node:http'

/**
 * True when a request comes from a page of the host it is sent to. Cookies travel along with sockets that
 * foreign pages open, and CORS does not apply to WebSockets, so the server has to look itself. A browser
 * leaves Origin out of same-origin GET requests only; programs that are no browsers send neither header.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers
  if (origin === undefined) {
    const site = headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none'
  }
  if (host === undefined || !URL.canParse(origin)) return false
  const { protocol, host: originHost } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  // Read with the origin's protocol, so that a port which goes without saying does not make a difference.
  const own = `${protocol}//${host}`
  return URL.canParse(own) && new URL(own).host === originHost
}
