import type { IncomingMessage, ServerResponse } from 'node:http'

/** How long a browser need not ask again, in seconds; some keep to less. */
const MAX_AGE = '7200'
const METHODS = 'GET, POST, PUT, PATCH, DELETE'
const REQUEST_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, X-File-Name, X-Request-Id, X-Watch-Token'
const RESPONSE_HEADERS = 'Content-Disposition, X-Request-Id, Retry-After'

/**
 * Lets pages of the configured origins call the REST API. With a token only: cookies are never allowed along,
 * so that such a page cannot act as whoever looks at it.
 * @param configured origins between commas; nobody without
 * @returns a function that marks an answer, and is true when the request was a preflight and has been answered
 */
export function createCors(configured: string | undefined) {
  const origins = new Set((configured ?? '').split(',').map((origin) => origin.trim()))
  return function allowOrigin(req: IncomingMessage, res: ServerResponse): boolean {
    if (configured === undefined) return false
    // Said to everybody, or a cache could hand one origin what was meant for another.
    res.appendHeader('vary', 'Origin')
    const { origin } = req.headers
    if (origin === undefined || !origins.has(origin)) return false
    res.setHeader('access-control-allow-origin', origin)
    res.setHeader('access-control-expose-headers', RESPONSE_HEADERS)
    if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined) return false
    res.writeHead(204, {
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': MAX_AGE,
    })
    res.end()
    return true
  }
}
