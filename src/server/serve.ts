import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFirstPlatformAdmin, type FirstAdmin } from '#src/auth/server/first-admin.service.ts'
import { CONSOLE_PATH } from '#src/auth/paths.ts'
import { readEnv } from '#src/env.ts'
import { readRates } from '#src/limits/server/read-rates.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startBackground, type Background } from './background.ts'
import { closeWeb } from './close-web.ts'
import { createServices, openPreparedDatabase, provideDatabaseUrl } from './connect.ts'
import { requireDemoAllowed, seedFirstStart } from './demo/seed-first-start.ts'
import { preparePages } from './prepare-pages.ts'
import { createReleasers } from './releasers.ts'
import { reservePort } from './reserve-port.ts'
import { handleSignals } from './signals.ts'
import { siteAddressOf } from './site-address.ts'
import { startNode } from './start-node.ts'
import { createWebServer } from './web.ts'

type ServeOptions = {
  isDev: boolean
  isDemo: boolean
  /** in place of the pages themselves, where nobody looks at them */
  pages?: typeof preparePages
}

/**
 * Starts everything in order: port, database, control plane, pages, worker, first administrator, server.
 * Whatever was started is given back in the opposite order when the process is told to end.
 */
export async function serve({ isDev, isDemo, pages: prepare = preparePages }: ServeOptions): Promise<void> {
  const env = readEnv()
  if (isDemo) requireDemoAllowed(env)
  const rates = readRates(env.BERTH_RATE_LIMITS)
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  const signals = handleSignals(releasers, { logger, noticeMs: env.BERTH_DRAIN_SECONDS * 1_000 })
  try {
    // First of all, so that a taken port does not cost a minute of building.
    const reservation = await reservePort(env.PORT)
    const site = siteAddressOf(env, reservation.port)
    const databaseUrl = await provideDatabaseUrl(env, { logger, releasers })
    const database = await openPreparedDatabase(databaseUrl, { env, logger, releasers })
    const created = await createServices({ env, logger, database, rates, releasers })
    const services = { ...created.services, site }
    const pages = await prepare({ isDev, hostname: site.domain, port: reservation.port })
    let background: Background | undefined
    const web = createWebServer({
      services,
      databaseUrl: env.DATABASE_DIRECT_URL ?? databaseUrl,
      renderPage: pages.render,
      isDev,
      health: {
        pool: database.pool,
        worker: () => (background ? (background.isAlive() ? 'inline' : 'stopped') : 'off'),
        redis: created.redisState,
        isClosing: signals.isClosing,
      },
    })
    releasers.add('request counts', web.requestCounter.stop)
    pages.attachTo(web.http)
    const node = await startNode({ database, env, logger, releasers }, 'web')
    if (env.BERTH_WORKER === 'inline') {
      background = await startBackground({ database, env, logger, site, releasers })
      await node.updateBackground(background)
    }
    // As late as can be: a password that is shown once must not be made by a start that ends before it is shown.
    const admin = await createFirstPlatformAdmin(database.platform, env)
    await reservation.release()
    await listen(web.http, reservation.port)
    releasers.add('web server', () => closeWeb(web.http, web.sockets.close))
    announce({ site, admin })
    if (isDemo) {
      process.stdout.write('  Making the demo tenants…\n')
      process.stdout.write(await seedFirstStart({ database, site, authSecret: services.authSecret }))
    }
  } catch (error) {
    await releasers.releaseAll()
    throw error
  }
}

async function listen(server: Server, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return server.address() as AddressInfo
}

type Announcement = { site: ReturnType<typeof siteAddressOf>; admin: FirstAdmin | null }

/** What a person at the terminal wants to know; logs are for machines. */
function announce({ site, admin }: Announcement): void {
  const lines = [
    '',
    `  Berth is ready     ${site.apexUrl}`,
    `  Sign a business up ${site.apexUrl}/signup`,
    `  Console            ${site.apexUrl}${CONSOLE_PATH}`,
    `  Health             ${site.apexUrl}/health`,
  ]
  if (admin?.generatedPassword) {
    lines.push('', `  First administrator, shown once: ${admin.email}  ${admin.generatedPassword}`)
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
