import type { IncomingMessage } from 'node:http'
import { newId } from '#src/shared/ids.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

/** Which site a request is for. */
export type RequestSite =
  { kind: 'apex' } | { kind: 'workspace'; subdomain: string; tenant: CallTenant | null } | { kind: 'foreign' }

const REQUEST_ID = /^[\w.-]{8,64}$/

/** The caller's own request id when it is a plain one, so that logs of several systems can be joined. */
export function requestIdOf(req: IncomingMessage): string {
  const given = req.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId()
}

/** One value of a header that may have been sent several times. */
export function headerOf(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}
