import type { IncomingMessage, ServerResponse } from 'node:http'
import { AUTH_PATH } from '#src/auth/server/next-auth-handler.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { Metrics } from '../metrics/create-metrics.ts'
import { outcomeOf, type RouteKind } from '../metrics/observations.ts'
import { REST_PREFIX } from './rest.ts'
import { isKnownMethod } from './sound-request.ts'
import { TRPC_PREFIX } from './trpc.ts'

const SIGN_IN = /^\/api\/auth\/callback\/(password|ticket)$/
const ASSET = /^\/(_next\/|favicon\.ico$|icon|apple-icon|robots\.txt$)/
const OPERATIONS = /^\/(health$|ready$|metrics$|ops\/)/

/** Writes a request down, in the log and in the numbers, when its answer is out. */
export function observeRequest(
  req: IncomingMessage,
  res: ServerResponse,
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): void {
  const startedAt = performance.now()
  const { method = '', url = '' } = req
  const path = url.split('?', 1)[0] ?? ''
  res.once('close', () => {
    const ms = performance.now() - startedAt
    const status = res.statusCode
    logger.debug({ method, path, status, ms: Math.round(ms) }, 'request')
    metrics.noteRequest({ kind: kindOf(path), method: isKnownMethod(method) ? method : 'other', status, ms })
    const way = SIGN_IN.exec(path)?.[1]
    if (way !== undefined && method === 'POST') metrics.noteSignIn(way, outcomeOf(status))
  })
}

function kindOf(path: string): RouteKind {
  if (path.startsWith(TRPC_PREFIX)) return 'trpc'
  if (path === REST_PREFIX || path.startsWith(`${REST_PREFIX}/`)) return 'rest'
  if (path.startsWith(AUTH_PATH)) return 'auth'
  if (OPERATIONS.test(path)) return 'operations'
  return ASSET.test(path) ? 'asset' : 'page'
}
