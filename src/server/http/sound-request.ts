import type { IncomingMessage } from 'node:http'
import { AppError } from '#src/shared/errors/app-error.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** A name or an address, with or without a port; a name may end with the dot of the root. */
const HOST = /^(?:[a-z0-9](?:[\w.-]*[a-z0-9.])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

export function isKnownMethod(method: string): boolean {
  return METHODS.has(method)
}

/**
 * Turns away what no client of ours sends and the libraries behind us stumble over: methods they cannot
 * represent, addresses that are no path, and hosts that would become part of an address as something else.
 * @throws AppError METHOD_NOT_ALLOWED, BAD_REQUEST
 */
export function requireSoundRequest({
  method = 'GET',
  url = '',
  headers: { host },
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): void {
  if (!isKnownMethod(method)) throw new AppError('METHOD_NOT_ALLOWED')
  if (!url.startsWith('/')) throw new AppError('BAD_REQUEST')
  // Without one it is a request of HTTP/1.0, which names no site of ours.
  if (host !== undefined && !(HOST.test(host) && URL.canParse(`http://${host}/`)))
    throw new AppError('BAD_REQUEST')
}
