import type { IncomingMessage, ServerResponse } from 'node:http'
import { createOpenApiNodeHttpHandler } from 'trpc-to-openapi'
import type { Logger } from '#src/logging/server/logger.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { formatCallError, toCallError } from '#src/trpc/server/error-formatter.ts'
import { MAX_BODY_BYTES, readJsonBody } from './json-body.ts'
import { retryAfter } from './respond.ts'
import { logCallError } from './log-call-error.ts'
import type { AppRouter } from '../root-router.ts'

export const REST_PREFIX = '/api/v1'

type Exchange = { contextOf: () => Promise<CallContext>; requestId: string; error?: unknown }

/**
 * Serves the REST twins of the procedures. Failures leave in the one shape every client knows: the adapter's
 * own body, which would carry a stack, is replaced before it is sent.
 */
export function createRestHandler(router: AppRouter, logger: Logger) {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const handle = createOpenApiNodeHttpHandler({
    router,
    maxBodySize: MAX_BODY_BYTES,
    createContext: ({ req }: { req: IncomingMessage }) => requireExchange(exchanges, req).contextOf(),
    onError: ({ error, path, req }: { error: unknown; path?: string | undefined; req: IncomingMessage }) => {
      requireExchange(exchanges, req).error = error
      logCallError(logger, error, path)
    },
    responseMeta: ({ ctx, errors }) => {
      const [error] = errors
      const failure = error && toCallError(error)
      const status = failure ? failure.status : ctx?.response.status
      return {
        ...(status ? { status } : {}),
        headers: { 'cache-control': 'no-store', ...retryAfter(failure) },
      }
    },
  })

  return async function serveRest(
    req: IncomingMessage,
    res: ServerResponse,
    exchange: Pick<Exchange, 'contextOf' | 'requestId'>,
  ): Promise<void> {
    exchanges.set(req, exchange)
    req.url = (req.url ?? '').slice(REST_PREFIX.length) || '/'
    normaliseContentType(req)
    // The adapter takes what is there already instead of reading it in its own, more trusting way.
    Object.assign(req, { query: queryOf(req.url) })
    if (req.headers['content-type'] === 'application/json') {
      Object.assign(req, { body: await readJsonBody(req) })
    }
    const send = res.end.bind(res)
    res.end = ((body?: unknown) => {
      const { error, requestId } = requireExchange(exchanges, req)
      res.setHeader('content-type', 'application/json; charset=utf-8')
      return send(
        error === undefined ? body : JSON.stringify({ error: formatCallError(error, requestId).error }),
      )
    }) as typeof res.end
    await handle(req, res)
  }
}

function requireExchange(exchanges: WeakMap<IncomingMessage, Exchange>, req: IncomingMessage): Exchange {
  const exchange = exchanges.get(req)
  if (!exchange) throw new Error('The request did not come through the REST handler.')
  return exchange
}

/** Values by name, without the one name that is no property of its own. */
function queryOf(url: string): Record<string, string[]> {
  const parameters = new URLSearchParams(url.split('?').slice(1).join('?'))
  const names = new Set(parameters.keys())
  names.delete('__proto__')
  return Object.fromEntries([...names].map((name) => [name, parameters.getAll(name)]))
}

/**
 * The adapter reads a body only when the type has no parameters such as a charset, and asks for a type even
 * when there is no body to have one.
 */
function normaliseContentType(req: IncomingMessage): void {
  const { 'content-type': type, 'content-length': length = '0', 'transfer-encoding': encoding } = req.headers
  if (type === undefined && length === '0' && encoding === undefined)
    req.headers['content-type'] = 'application/json'
  if (/^application\/json\s*;/i.test(req.headers['content-type'] ?? '')) {
    req.headers['content-type'] = 'application/json'
  }
}
