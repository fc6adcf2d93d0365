import type { IncomingMessage, Server } from 'node:http'
import { readLiveIdentity } from '#src/auth/server/request-identity.ts'
import { createLinkHearing } from '#src/modules/overlay/server/links/link-hearing.ts'
import { modules } from '#src/modules/registry.ts'
import { createSocketServer, type SocketServer } from '#src/realtime/server/socket-server.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { SocketCaller } from '#src/realtime/server/topic-source.ts'
import { createLiveSources } from '#src/tenancy/server/live-sources.ts'
import { requireOpenTenant } from '#src/tenancy/server/tenant-procedure.ts'
import type { SiteServices } from './http/call-context.ts'
import type { ClientAddress } from './http/client-address.ts'
import { findSite } from './http/find-site.ts'

type LiveParts = {
  services: SiteServices
  http: Server
  /** plain login role, reached directly */
  databaseUrl: string
  clientAddress: ClientAddress
}

/** Statuses in which nobody of a tenant has anything left to watch. */
const SHUT = new Set(['suspended', 'cancelled', 'deleted'])
/** Modules by their resources, and by what else they announce changes of: whatever they have rights for. */
const MODULE_OF = new Map(
  modules.flatMap(({ id, resources, permissions }: Module) =>
    [
      ...resources.map(({ name }) => name),
      ...Object.keys(permissions).map((name) => name.replace(/:.*/, '')),
    ].map((name): [string, string] => [name, id]),
  ),
)

/** Live status on the HTTP server. Its connection for announcements also keeps the tenant directory true. */
export function createLiveServer({ services, http, databaseUrl, clientAddress }: LiveParts): SocketServer {
  const { database, authSecret, logger, permissions, tenants } = services

  async function endIfShut(tenantId: string): Promise<void> {
    const tenant = await tenants.findById(tenantId)
    if (tenant && SHUT.has(tenant.status)) sockets.endTenant(tenantId)
  }

  const sockets = createSocketServer({
    httpServer: http,
    databaseUrl,
    sources: createLiveSources({
      db: database.platform,
      authSecret,
      permissions,
      tenants,
      moduleOf: (resource) => MODULE_OF.get(resource),
      hearByToken: createLinkHearing({ database, tenants }),
    }),
    logger,
    authenticate: (req, { token }) => authenticate(services, req, { token, ip: clientAddress(req) }),
    observer: {
      noteListening: tenants.noteListening,
      noteChanged: (tenantId) => {
        tenants.noteChanged(tenantId)
        endIfShut(tenantId).catch((error: unknown) => {
          logger.warn({ err: error, tenantId }, 'could not tell whether sockets have to be closed')
        })
      },
    },
  })
  return sockets
}

/** @throws AppError TENANT_SUSPENDED, TENANT_NOT_READY for people of a tenant that is shut */
async function authenticate(
  services: SiteServices,
  req: IncomingMessage,
  { token, ip }: { token: string | null; ip: string | null },
): Promise<SocketCaller | null> {
  const { database, env, keys, tenants } = services
  const site = await findSite(services, req.headers.host)
  if (site.kind === 'foreign' || (site.kind === 'workspace' && !site.tenant)) return null
  const hostTenant = site.kind === 'workspace' ? site.tenant : null
  const live = await readLiveIdentity(req, { query: database.platformQuery, keys, env })
  const identity = live?.identity ?? null
  const tenant = hostTenant ?? (identity?.tenantId ? await tenants.findById(identity.tenantId) : null)
  if (tenant) requireOpenTenant(tenant)
  const caller = { identity, watchToken: token, hostTenantId: hostTenant?.tenantId ?? null, ip }
  return typeof live?.expiresAt === 'number' ? { ...caller, expiresAt: live.expiresAt } : caller
}
