import { applyRuntimeMode, readEnv } from '#src/env.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startBackground } from './background.ts'
import { openPreparedDatabase, provideDatabaseUrl } from './connect.ts'
import { createReleasers } from './releasers.ts'
import { handleSignals } from './signals.ts'
import { siteAddressOf } from './site-address.ts'
import { explainStartFailure } from './start-failure.ts'
import { startNode } from './start-node.ts'

// A process that only takes jobs: as many of them as the work needs, beside web processes with BERTH_WORKER=off.
applyRuntimeMode('production')
try {
  await work()
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}

async function work(): Promise<void> {
  const env = readEnv()
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  handleSignals(releasers, { logger })
  try {
    const databaseUrl = await provideDatabaseUrl(env, { logger, releasers })
    const database = await openPreparedDatabase(databaseUrl, { env, logger, releasers })
    const site = siteAddressOf(env, env.PORT)
    const node = await startNode({ database, env, logger, releasers }, 'worker')
    await node.updateBackground(await startBackground({ database, env, logger, site, releasers }))
    logger.info('taking jobs')
  } catch (error) {
    await releasers.releaseAll()
    throw error
  }
}
