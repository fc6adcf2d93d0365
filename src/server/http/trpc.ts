import type { IncomingMessage, ServerResponse } from 'node:http'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import type { Logger } from '#src/logging/server/logger.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import type { AppRouter } from '../root-router.ts'
import { logCallError } from './log-call-error.ts'
import { retryAfter } from './respond.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { MAX_BODY_BYTES } from './json-body.ts'

export const TRPC_PREFIX = '/api/trpc/'
const MAX_BATCH = 20

/** Serves the procedures to the pages, straight on node's server. */
export function createTrpcHandler(router: AppRouter, logger: Logger) {
  return async function serveTrpc(
    req: IncomingMessage,
    res: ServerResponse,
    contextOf: () => Promise<CallContext>,
  ): Promise<void> {
    requireJson(req)
    const path = new URL(req.url ?? '/', 'http://unused').pathname.slice(TRPC_PREFIX.length)
    await nodeHTTPRequestHandler<AppRouter, IncomingMessage, ServerResponse>({
      router,
      req,
      res,
      path,
      createContext: contextOf,
      maxBodySize: MAX_BODY_BYTES,
      maxBatchSize: MAX_BATCH,
      onError: ({ error, path: name }) => logCallError(logger, error, name),
      responseMeta: ({ errors }) => {
        const [error] = errors
        if (!error) return { headers: { 'cache-control': 'no-store' } }
        const failure = toCallError(error)
        return {
          status: failure.status,
          headers: { 'cache-control': 'no-store', ...retryAfter(failure) },
        }
      },
    })
  }
}

/**
 * A form of another site can send everything but this type without asking first.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE for a mutation that is no JSON
 */
function requireJson({ method, headers }: IncomingMessage): void {
  if (method !== 'POST') return
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new AppError('UNSUPPORTED_MEDIA_TYPE')
}
