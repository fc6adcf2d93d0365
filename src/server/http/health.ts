import type { ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { pingDatabase } from '#src/db/server/ping.ts'
import { PRODUCT_VERSION } from '../product-version.ts'
import { respondJson } from './respond.ts'

/** Longest a health check waits for the database, in milliseconds. */
const PATIENCE_MS = 2_000

export type HealthParts = {
  pool: Pool
  /** whether this process takes jobs, or leaves that to others */
  worker: () => 'inline' | 'off' | 'stopped'
  /** Redis is never vital: while it is away PostgreSQL does its work */
  redis: () => 'up' | 'down' | 'off'
  /** true once the process is on its way out */
  isClosing: () => boolean
}

/** 200 while everything vital answers, else 503 naming the part that does not. */
export async function serveHealth(res: ServerResponse, parts: HealthParts): Promise<void> {
  const found = await checkParts(parts)
  const isHealthy = found.database === 'up' && found.worker !== 'stopped'
  respondJson(res, isHealthy ? 200 : 503, {
    status: isHealthy ? 'ok' : 'failing',
    version: PRODUCT_VERSION,
    parts: found,
    uptimeSeconds: Math.round(process.uptime()),
  })
}

/** How each part stands. */
export async function checkParts({ pool, redis, worker }: HealthParts) {
  return { database: await checkDatabase(pool), redis: redis(), worker: worker() }
}

/** 200 while requests are welcome: not before start-up is done, and not during shutdown. */
export async function serveReadiness(res: ServerResponse, parts: HealthParts): Promise<void> {
  const isReady = !parts.isClosing() && (await checkDatabase(parts.pool)) === 'up'
  respondJson(res, isReady ? 200 : 503, { ready: isReady })
}

async function checkDatabase(pool: Pool): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), PATIENCE_MS)
  })
  const answer = pingDatabase(pool).then(
    () => 'up' as const,
    () => 'down' as const,
  )
  const result = await Promise.race([answer, patience])
  clearTimeout(timer)
  return result
}
