import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '#src/db/server/database.ts'
import { findPgBouncer, startPgBouncer, type PgBouncer } from '#src/db/server/testing/pgbouncer.ts'
import { startTestServer, type TestServer } from '../test-server.ts'
import { runTraffic } from './traffic.ts'
import { createTrafficTenants, type TrafficTenant } from './traffic-tenant.ts'

const TENANTS = 20
const CONNECTIONS = 5
const REQUESTS = 1_500
const PARALLEL = 30
const PATIENCE_MS = 180_000
const program = findPgBouncer()

let builder: TestServer
let tenants: TrafficTenant[]

beforeAll(async () => {
  builder = await startTestServer({ worker: false })
  tenants = await createTrafficTenants(builder, { port: builder.port, count: TENANTS })
}, PATIENCE_MS)
afterAll(async () => {
  await builder.dispose()
})

/** Serves the tenants with few connections, and sends calls of all of them at once. */
async function serveTraffic(urls: { url: string; directUrl?: string }) {
  const database: Database = openDatabase({ ...urls, maxConnections: CONNECTIONS })
  const server = await startTestServer({ worker: false, database: { ...builder, database } })
  try {
    return await runTraffic(server.port, { tenants, requests: REQUESTS, parallel: PARALLEL })
  } finally {
    await server.dispose()
    await database.close()
  }
}

describe('mixed calls of twenty tenants at once', () => {
  it('are each answered with their own, over five connections', { timeout: PATIENCE_MS }, async () => {
    const { answers, problems } = await serveTraffic({ url: builder.url })
    expect(problems).toEqual([])
    expect(answers).toBe(REQUESTS)
  })

  const how = program ? 'over a pooler of transactions' : 'over a pooler: PgBouncer is not installed here'
  it.skipIf(!program)(`are each answered with their own, ${how}`, { timeout: PATIENCE_MS }, async () => {
    const pooler: PgBouncer = await startPgBouncer(program ?? '', { url: builder.url, size: CONNECTIONS })
    try {
      const { answers, problems } = await serveTraffic({ url: pooler.url, directUrl: builder.url })
      expect(problems).toEqual([])
      expect(answers).toBe(REQUESTS)
    } finally {
      await pooler.stop()
    }
  })
})
