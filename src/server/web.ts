import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { AUTH_PATH, createNextAuthHandler } from '#src/auth/server/next-auth-handler.ts'
import { isSecureSite } from '#src/auth/server/request-origin.ts'
import { withLogContext } from '#src/logging/server/log-context.ts'
import { modules } from '#src/modules/registry.ts'
import type { SocketServer } from '#src/realtime/server/socket-server.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createRequestCounter, type RequestCounter } from '#src/tenancy/server/request-counter.ts'
import { createTenantDirectory } from '#src/tenancy/server/tenant-directory.ts'
import { requireOpenTenant } from '#src/tenancy/server/tenant-procedure.ts'
import { tenantLookup } from '#src/tenancy/server/tenant.repository.ts'
import { addUsage } from '#src/tenancy/server/usage-day.repository.ts'
import type { CallEnd } from '#src/trpc/server/context.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import { requireApiLimit } from './http/api-limit.ts'
import { createExports } from './http/exports.ts'
import { createCallContext, type WebServices } from './http/call-context.ts'
import { createClientAddress } from './http/client-address.ts'
import { serveHealth, serveReadiness, type HealthParts } from './http/health.ts'
import { logCallError } from './http/log-call-error.ts'
import { createOpenApiDocument } from './http/open-api.ts'
import { createCors } from './http/cors.ts'
import { respondErrorPage, wantsPage } from './http/error-page.ts'
import { findFileRoute } from './http/files/file-route.ts'
import { serveFile } from './http/files/serve-file.ts'
import { findSite } from './http/find-site.ts'
import { servePage, type PageHandler } from './http/pages.ts'
import { observeRequest } from './http/observe-request.ts'
import { headerOf, requestIdOf } from './http/request-context.ts'
import { respondError, respondJson } from './http/respond.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import { requireSoundRequest } from './http/sound-request.ts'
import { createRestHandler, REST_PREFIX } from './http/rest.ts'
import { createTrpcHandler, TRPC_PREFIX } from './http/trpc.ts'
import { createLiveServer } from './live-server.ts'
import { createMetrics } from './metrics/create-metrics.ts'
import { registerReadings } from './metrics/readings.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { OPS_PREFIX, serveOps } from './ops/serve-ops.ts'
import { createAppRouter } from './root-router.ts'

export type WebServer = { http: Server; sockets: SocketServer; requestCounter: RequestCounter }

type WebOptions = {
  services: WebServices
  databaseUrl: string
  health: HealthParts
  renderPage: PageHandler
  /** pages reload by themselves while somebody works on them, which a strict policy would forbid */
  isDev?: boolean
}

/** In milliseconds: whoever sends more slowly than this holds a connection and nothing else. */
const TIME_LIMITS = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 }

/** The one HTTP server: procedures and sign-in on node, live status on sockets, everything else from Next. */
export function createWebServer(options: WebOptions): WebServer {
  const { databaseUrl, health, renderPage, isDev = false } = options
  const { database, env, keys, limits, logger, site } = options.services
  const services = { ...options.services, tenants: createTenantDirectory(tenantLookup(database.platform)) }
  const clientAddress = createClientAddress(env.BERTH_TRUSTED_PROXIES)
  const metrics = createMetrics()
  const requestCounter = createRequestCounter({
    store: (counts) => addUsage(database.platformQuery, counts),
    logger,
  })
  const allowOrigin = createCors(env.BERTH_CORS_ORIGINS)
  const router = createAppRouter(keys, health)
  const openApi = createOpenApiDocument(router, { apexUrl: site.apexUrl, permissions: services.permissions })
  const exports = createExports(router)
  const serveRest = createRestHandler(router, logger)
  const serveTrpc = createTrpcHandler(router, logger)
  const serveAuth = createNextAuthHandler({
    db: database.platform,
    env,
    keys,
    logger,
    limits,
    requireOpenTenant,
    resolveHost: async (host) => {
      const named = await findSite(services, host)
      if (named.kind === 'foreign') throw new AppError('TENANT_NOT_FOUND')
      return named
    },
    readCaller: (req) => ({
      ip: clientAddress(req),
      userAgent: headerOf(req, 'user-agent')?.slice(0, 300) ?? null,
      requestId: headerOf(req, 'x-request-id'),
    }),
  })

  async function route(req: IncomingMessage, res: ServerResponse, requestId: string): Promise<void> {
    requireSoundRequest(req)
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/'
    if (path === '/health') return serveHealth(res, health)
    if (path === '/ready') return serveReadiness(res, health)
    if (path === '/metrics')
      return serveMetrics(req, res, { registry: metrics.registry, token: env.BERTH_METRICS_TOKEN })
    if (path.startsWith(OPS_PREFIX)) return serveOps(services, { req, res, health })
    if (path.startsWith(AUTH_PATH)) return serveAuth(req, res)
    if (isRest(path) && allowOrigin(req, res)) return
    if (path === `${REST_PREFIX}/openapi.json`) {
      respondJson(res, 200, openApi)
      return
    }
    const readContext = async () =>
      createCallContext({ ...services, announceChange: sockets.announceChange }, req, {
        site: await findSite(services, req.headers.host),
        requestId,
        ip: clientAddress(req),
      })
    const contextOf = async () => {
      const ctx = await readContext()
      const { tenant } = ctx
      if (tenant) res.once('close', () => requestCounter.note(tenant.tenantId, res.statusCode))
      await requireApiLimit(ctx, res, path.startsWith(TRPC_PREFIX) ? path.split(',').length : 1)
      const transport = path.startsWith(TRPC_PREFIX) ? 'trpc' : 'rest'
      return { ...ctx, noteCall: (call: CallEnd) => metrics.noteCall({ transport, ...call }) }
    }
    if (path.startsWith(TRPC_PREFIX)) return serveTrpc(req, res, contextOf)
    const serveExport = req.method === 'GET' ? exports[path] : undefined
    if (serveExport) return serveExport(req, res, { contextOf, renewContext: readContext })
    const file = findFileRoute(modules, req.method, path)
    if (file) return serveFile(req, res, { route: file, contextOf })
    if (isRest(path)) return serveRest(req, res, { contextOf, requestId })
    if (path.startsWith('/api/')) throw new AppError('NOT_FOUND')
    const named = await findSite(services, req.headers.host)
    return servePage(services, { req, res, site: named, render: renderPage, isDev })
  }

  const http = createServer(TIME_LIMITS, (req, res) => {
    const requestId = requestIdOf(req)
    req.headers['x-request-id'] = requestId
    res.setHeader('x-request-id', requestId)
    // Whoever keeps connections open is to make the next one to another process.
    if (health.isClosing()) res.setHeader('connection', 'close')
    setSecurityHeaders(res, { isSecure: isSecureSite(env.BERTH_PUBLIC_URL) })
    void withLogContext({ requestId }, async () => {
      observeRequest(req, res, { logger, metrics })
      // Looked at first: on its way the address may lose its beginning.
      const isForPerson = wantsPage(req)
      try {
        await route(req, res, requestId)
      } catch (error) {
        logCallError(logger, error, req.url?.split('?', 1)[0])
        if (res.headersSent) res.destroy()
        else if (isForPerson) respondErrorPage(res, toCallError(error), requestId)
        else respondError(res, toCallError(error), requestId)
      }
    })
  })
  const sockets = createLiveServer({ services, http, databaseUrl, clientAddress })
  registerReadings(metrics.registry, {
    pool: database.pool,
    sockets: sockets.counts,
    tenants: services.tenants.counts,
  })
  return { http, sockets, requestCounter }
}

function isRest(path: string): boolean {
  return path === REST_PREFIX || path.startsWith(`${REST_PREFIX}/`)
}
