import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { AppError } from '#src/shared/errors/app-error.ts'
import { mayReadMetrics } from './metrics-access.ts'

/** The numbers, in the text form of Prometheus. @throws AppError NOT_FOUND for those who may not read them */
export async function serveMetrics(
  req: IncomingMessage,
  res: ServerResponse,
  { registry, token }: { registry: Registry; token: string | undefined },
): Promise<void> {
  if (!mayReadMetrics(req, token)) throw new AppError('NOT_FOUND')
  const text = await registry.metrics()
  res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  res.end(text)
}
