import type { AddressInfo } from 'node:net'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import type { Database } from '#src/db/server/database.ts'
import { createTestKeys } from '#src/encryption/server/testing/test-keys.ts'
import { readEnv } from '#src/env.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createLimits } from '#src/limits/server/limits.ts'
import { readRates } from '#src/limits/server/read-rates.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { startBackground } from '#src/server/background.ts'
import { createReleasers } from '#src/server/releasers.ts'
import { siteAddressOf } from '#src/server/site-address.ts'
import { createWebServer } from '#src/server/web.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'

const AUTH_SECRET = 'a secret for benches only, long enough'

/** The web server and the worker of the product, without pages and with limits nobody reaches. */
export async function startWeb({
  database,
  url,
}: {
  database: Database
  url: string
}): Promise<{ port: number; close: () => Promise<void> }> {
  const env = readEnv({ AUTH_SECRET, LOG_LEVEL: 'silent', NODE_ENV: 'production', BERTH_POOL_SIZE: '0' })
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  const site = siteAddressOf(env, env.PORT)
  const { http, sockets, requestCounter } = createWebServer({
    services: {
      env,
      logger,
      database,
      limits: createLimits({
        pool: database.pool,
        redis: null,
        rates: readRates('signup=1000000/m,login=1000000/m,api=100000000/m'),
        secret: AUTH_SECRET,
      }),
      site,
      authSecret: AUTH_SECRET,
      files: createFileStore(env),
      encryptionKeys: createTestKeys(),
      keys: deriveAuthKeys(AUTH_SECRET),
      permissions: permissionTableOf(modules, tenancyPermissions),
    },
    databaseUrl: url,
    health: { pool: database.pool, worker: () => 'inline', redis: () => 'off', isClosing: () => false },
    renderPage: async (_, res) => void res.end(),
  })
  await startBackground({ database, env, logger, site, releasers })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    port: (http.address() as AddressInfo).port,
    close: async () => {
      await sockets.close()
      http.closeAllConnections()
      await releasers.releaseAll()
      http.close()
      await requestCounter.stop()
    },
  }
}
