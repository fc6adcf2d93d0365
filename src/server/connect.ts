import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { bootstrapDatabase } from '#src/db/server/bootstrap.ts'
import { openDatabase, type Database } from '#src/db/server/database.ts'
import { startEmbeddedPostgres } from '#src/db/server/embedded-postgres/embedded-postgres.ts'
import type { Env } from '#src/env.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createLimits } from '#src/limits/server/limits.ts'
import type { Rates } from '#src/limits/server/read-rates.ts'
import { openRedis } from '#src/limits/server/redis-connection.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import type { Services } from '#src/trpc/server/context.ts'
import type { Releasers } from './releasers.ts'
import { readAuthSecret, readEncryptionKeys } from './stored-secret.ts'

/**
 * The address of the database: the one that is configured, or that of an embedded server which is started,
 * or adopted when it runs already.
 */
export async function provideDatabaseUrl(
  env: Env,
  { logger, releasers }: { logger: Logger; releasers: Releasers },
) {
  if (env.DATABASE_URL) return env.DATABASE_URL
  const server = await startEmbeddedPostgres({
    dataDir: env.BERTH_DATA_DIR,
    onLog: (line) => logger.debug(line),
    onRestart: (line) => logger.warn(line),
  })
  releasers.add('embedded PostgreSQL', server.release)
  return server.url
}

/** Opens the database and brings it up to date. */
export async function openPreparedDatabase(
  url: string,
  { env, logger, releasers }: { env: Env; logger: Logger; releasers: Releasers },
): Promise<Database> {
  const database = openDatabase({
    url,
    directUrl: env.DATABASE_DIRECT_URL,
    maxConnections: env.BERTH_DB_POOL,
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  })
  releasers.add('database connections', database.close)
  await bootstrapDatabase(database.pool)
  return database
}

type ServiceParts = { env: Env; logger: Logger; database: Database; rates: Rates; releasers: Releasers }

/** What every process that answers calls shares. */
export async function createServices({ rates, releasers, ...parts }: ServiceParts) {
  const { env, logger, database } = parts
  const authSecret = await readAuthSecret(env)
  const redis = env.REDIS_URL ? openRedis(env.REDIS_URL, logger) : null
  if (redis) releasers.add('Redis', async () => redis.close())
  const services: Services = {
    ...parts,
    limits: createLimits({ pool: database.pool, redis, rates, secret: authSecret }),
    files: createFileStore(env),
    authSecret,
    encryptionKeys: await readEncryptionKeys(env),
    permissions: permissionTableOf(modules, tenancyPermissions),
  }
  const redisState = () => (redis ? (redis.isUp() ? ('up' as const) : ('down' as const)) : ('off' as const))
  return { services: { ...services, keys: deriveAuthKeys(authSecret) }, redisState }
}
