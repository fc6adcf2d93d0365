import { readEnv } from '#src/env.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startBackground } from './background.ts'
import { openPreparedDatabase, provideDatabaseUrl } from './connect.ts'
import { createReleasers } from './releasers.ts'
import { handleSignals } from './signals.ts'
import { siteAddressOf } from './site-address.ts'
import { startNode } from './start-node.ts'

/** Takes jobs until the process is told to end. @throws what kept it from starting, with everything given back */
export async function work(): Promise<void> {
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
