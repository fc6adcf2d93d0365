import { applyRuntimeMode, readEnv } from '#src/env.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startBackground } from './background.ts'
import { openPreparedDatabase, provideDatabaseUrl } from './connect.ts'
import { createReleasers } from './releasers.ts'
import { handleSignals } from './signals.ts'
import { siteAddressOf } from './site-address.ts'
import { explainStartFailure } from './start-failure.ts'

// A process that only takes jobs: as many of them as the work needs, beside web processes with BERTH_WORKER=off.
applyRuntimeMode('production')
try {
  const env = readEnv()
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  handleSignals(releasers, logger)
  const databaseUrl = await provideDatabaseUrl(env, { logger, releasers })
  const database = await openPreparedDatabase(databaseUrl, { env, logger, releasers })
  await startBackground({ database, env, logger, site: siteAddressOf(env, env.PORT), releasers })
  logger.info('taking jobs')
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}
