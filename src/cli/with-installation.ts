import { deriveAuthKeys, type AuthKeys } from '#src/auth/server/auth-keys.ts'
import type { Database } from '#src/db/server/database.ts'
import type { EncryptionKeys } from '#src/encryption/server/encryption-keys.ts'
import { readEnv, type Env } from '#src/env.ts'
import { createLogger, type Logger } from '#src/logging/server/logger.ts'
import { openPreparedDatabase, provideDatabaseUrl } from '#src/server/connect.ts'
import { createReleasers, type Releasers } from '#src/server/releasers.ts'
import { handleSignals } from '#src/server/signals.ts'
import { readAuthSecret, readEncryptionKeys } from '#src/server/stored-secret.ts'

/** What a command works on. */
export type Installation = {
  env: Env
  logger: Logger
  database: Database
  keys: AuthKeys
  encryptionKeys: EncryptionKeys
  releasers: Releasers
}

/**
 * Runs a command on the installation of this folder. The embedded database is adopted when a server runs on
 * it, and otherwise started for as long as the command takes.
 */
export async function withInstallation<T>(body: (installation: Installation) => Promise<T>): Promise<T> {
  const env = readEnv()
  // The output belongs to the command; what is logged would break its JSON.
  const logger = createLogger({ level: 'silent' })
  const releasers = createReleasers(logger)
  handleSignals(releasers, { logger })
  try {
    const url = await provideDatabaseUrl(env, { logger, releasers })
    const database = await openPreparedDatabase(url, { env, logger, releasers })
    const keys = deriveAuthKeys(await readAuthSecret(env))
    const encryptionKeys = await readEncryptionKeys(env)
    return await body({ env, logger, database, keys, encryptionKeys, releasers })
  } finally {
    await releasers.releaseAll()
  }
}
