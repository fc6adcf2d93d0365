import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { PermissionTable } from '#src/auth/permissions.ts'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { createTestDatabase, type TestDatabase } from '#src/db/server/testing/test-database.ts'
import { createTestKeys } from '#src/encryption/server/testing/test-keys.ts'
import { readEnv } from '#src/env.ts'
import { createFileStore, type FileStore } from '#src/files/server/file-store.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import type { RequestCounter } from '#src/tenancy/server/request-counter.ts'
import { startBackground } from '../background.ts'
import { createReleasers } from '../releasers.ts'
import { siteAddressOf } from '../site-address.ts'
import { createWebServer } from '../web.ts'
import { AUTH_SECRET } from './auth-secret.ts'
import { createTestClient, type TestClient } from './test-client.ts'

/** The real HTTP server and worker on a database of their own; only the pages are left out. */
export type TestServer = TestDatabase & {
  port: number
  client: TestClient
  permissions: PermissionTable
  files: FileStore
  requestCounter: RequestCounter
  /** starts taking jobs, where the server was started without */
  startWorker: () => Promise<void>
  /** stops what was started last */
  stopWorker: () => Promise<void>
}

type TestServerOptions = {
  worker?: boolean
  /** limits that matter to the test, such as `signup=2/m`; all others are generous */
  rates?: string
  /** a database that somebody else disposes of, such as that of another server */
  database?: TestDatabase
  environment?: Record<string, string>
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const testDatabase = options.database ?? (await createTestDatabase())
  const { database } = testDatabase
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-files-'))
  const env = readEnv({
    AUTH_SECRET,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: '0',
    BERTH_DATA_DIR: dataDir,
    // Tests that count schemas hold; those of the pool say how large it is to be.
    BERTH_POOL_SIZE: '0',
    ...options.environment,
  })
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  const files = createFileStore(env)
  const site = siteAddressOf(env, 3000)
  const permissions = permissionTableOf(modules, tenancyPermissions)
  const keys = deriveAuthKeys(AUTH_SECRET)
  const { http, sockets, requestCounter } = createWebServer({
    services: {
      env,
      logger,
      database,
      limits: createTestLimits(database.pool, options.rates),
      site,
      keys,
      authSecret: AUTH_SECRET,
      files,
      encryptionKeys: createTestKeys(),
      permissions,
    },
    databaseUrl: testDatabase.url,
    health: { pool: database.pool, worker: () => 'inline', redis: () => 'off', isClosing: () => false },
    renderPage: async (_, res) => void res.end('page'),
  })
  let background = createReleasers(logger)
  async function startWorker(): Promise<void> {
    background = createReleasers(logger)
    releasers.add('background', background.releaseAll)
    await startBackground({ database, env, logger, site, releasers: background })
  }
  if (options.worker !== false) await startWorker()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    ...testDatabase,
    port,
    client: createTestClient(port),
    permissions,
    files,
    requestCounter,
    startWorker,
    stopWorker: () => background.releaseAll(),
    dispose: async () => {
      await sockets.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await requestCounter.stop()
      await releasers.releaseAll()
      await rm(dataDir, { recursive: true, force: true })
      if (!options.database) await testDatabase.dispose()
    },
  }
}

/** A server for the test file that calls it. */
export function useTestServer(): () => TestServer {
  let current: TestServer | undefined
  beforeAll(async () => {
    current = await startTestServer()
  })
  afterAll(async () => {
    await current?.dispose()
  })
  return () => {
    if (!current) throw new Error('The test server exists only while tests run.')
    return current
  }
}
