import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { createFirstPlatformAdmin, type FirstAdmin } from '#src/auth/server/first-admin.service.ts'
import { CONSOLE_PATH } from '#src/auth/paths.ts'
import { readEnv } from '#src/env.ts'
import { readRates } from '#src/limits/server/read-rates.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startBackground } from './background.ts'
import { createServices, openPreparedDatabase, provideDatabaseUrl } from './connect.ts'
import { requireDemoAllowed, seedFirstStart } from './demo/seed-first-start.ts'
import type { PageHandler } from './http/pages.ts'
import { buildPagesIfStale } from './next-build.ts'
import { projectRoot } from './project-root.ts'
import { createReleasers } from './releasers.ts'
import { reservePort } from './reserve-port.ts'
import { handleSignals } from './signals.ts'
import { siteAddressOf } from './site-address.ts'
import { startNode } from './start-node.ts'
import { createWebServer } from './web.ts'

/**
 * Starts everything in order: port, database, control plane, first administrator, pages, worker, server.
 * Whatever was started is given back in the opposite order when the process is told to end.
 */
export async function serve({ isDev, isDemo }: { isDev: boolean; isDemo: boolean }): Promise<void> {
  const env = readEnv()
  if (isDemo) requireDemoAllowed(env)
  const rates = readRates(env.BERTH_RATE_LIMITS)
  const logger = createLogger({ level: env.LOG_LEVEL })
  const releasers = createReleasers(logger)
  const signals = handleSignals(releasers, logger)
  try {
    // First of all, so that a taken port does not cost a minute of building.
    const reservation = await reservePort(env.PORT)
    const site = siteAddressOf(env, reservation.port)
    const databaseUrl = await provideDatabaseUrl(env, { logger, releasers })
    const database = await openPreparedDatabase(databaseUrl, { env, logger, releasers })
    const created = await createServices({ env, logger, database, rates, releasers })
    const services = { ...created.services, site }
    const pages = await preparePages({ isDev, hostname: site.domain, port: reservation.port })
    let isWorkerAlive: (() => boolean) | undefined
    const web = createWebServer({
      services,
      databaseUrl: env.DATABASE_DIRECT_URL ?? databaseUrl,
      renderPage: pages.render,
      isDev,
      health: {
        pool: database.pool,
        worker: () => (isWorkerAlive ? (isWorkerAlive() ? 'inline' : 'stopped') : 'off'),
        redis: created.redisState,
        isClosing: signals.isClosing,
      },
    })
    releasers.add('request counts', web.requestCounter.stop)
    pages.attachTo(web.http)
    if (env.BERTH_WORKER === 'inline') {
      isWorkerAlive = await startBackground({ database, env, logger, site, releasers })
    }
    const takesJobs = () => isWorkerAlive?.() ?? false
    await startNode({ database, env, logger, releasers }, { kind: 'web', takesJobs })
    // As late as can be: a password that is shown once must not be made by a start that ends before it is shown.
    const admin = await createFirstPlatformAdmin(database.platform, env)
    await reservation.release()
    await listen(web.http, reservation.port)
    releasers.add('web server', () => closeHttp(web.http))
    releasers.add('sockets', web.sockets.close)
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

type Pages = { render: PageHandler; attachTo: (server: Server) => void }

async function preparePages({
  isDev,
  ...host
}: {
  isDev: boolean
  hostname: string
  port: number
}): Promise<Pages> {
  if (!isDev) {
    await buildPagesIfStale(projectRoot, () =>
      process.stdout.write('Building the pages (about a minute, once)…\n'),
    )
  }
  const app = next({ dev: isDev, dir: projectRoot, ...host })
  await app.prepare()
  const handle = app.getRequestHandler()
  const upgrade = app.getUpgradeHandler()
  return {
    render: (req, res) => handle(req, res),
    attachTo: (server) => {
      // Hot reload talks over a socket of its own.
      if (isDev)
        server.on('upgrade', (req, socket, head) => void (isNextSocket(req) && upgrade(req, socket, head)))
    },
  }
}

function isNextSocket({ url }: IncomingMessage): boolean {
  return url?.startsWith('/_next/') === true
}

async function listen(server: Server, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  return server.address() as AddressInfo
}

/** Lets answers that are under way finish, and ends connections that idle. */
async function closeHttp(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(patience)
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
