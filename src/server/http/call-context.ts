import type { IncomingMessage } from 'node:http'
import { readIdentity } from '#src/auth/server/request-identity.ts'
import type { AuthKeys } from '#src/auth/server/auth-keys.ts'
import { extendLogContext } from '#src/logging/server/log-context.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { AnnounceChange } from '#src/realtime/server/announce-changes.ts'
import type { TenantDirectory } from '#src/tenancy/server/tenant-directory.ts'
import type { CallContext, Services } from '#src/trpc/server/context.ts'
import type { SiteAddress } from '../site-address.ts'
import { LIVE_SOCKET_HEADER } from '#src/realtime/live-socket-header.ts'
import { headerOf, type RequestSite } from './request-context.ts'

/** What is the same for all requests of this process. */
export type WebServices = Services & { site: SiteAddress; keys: AuthKeys }

/** The same, with what this process remembers of tenants. */
export type SiteServices = WebServices & { tenants: TenantDirectory }

/** What calls of procedures use beside. */
export type CallServices = SiteServices & { announceChange: AnnounceChange }

const MAX_IDEMPOTENCY_KEY = 200

/**
 * What a procedure knows about the request that calls it.
 * @throws AppError TENANT_NOT_FOUND on a host without a workspace, BAD_REQUEST for an unusable idempotency key
 */
export async function createCallContext(
  services: CallServices,
  req: IncomingMessage,
  { site, requestId, ip }: { site: RequestSite; requestId: string; ip: string | null },
): Promise<CallContext> {
  if (site.kind === 'foreign' || (site.kind === 'workspace' && !site.tenant))
    throw new AppError('TENANT_NOT_FOUND')
  const { database, env, keys, tenants } = services
  const identity = await readIdentity(req, { query: database.platformQuery, keys, env })
  const hostTenant = site.kind === 'workspace' ? site.tenant : null
  const ownTenant = !hostTenant && identity?.tenantId ? await tenants.findById(identity.tenantId) : null
  const tenant = hostTenant ?? ownTenant
  if (identity) extendLogContext({ userId: identity.userId })
  if (tenant) extendLogContext({ tenantId: tenant.tenantId })
  return {
    ...services,
    requestId,
    ip,
    userAgent: headerOf(req, 'user-agent')?.slice(0, 300) ?? null,
    hostTenant,
    identity,
    tenant,
    watchToken: headerOf(req, 'x-watch-token'),
    idempotencyKey: readIdempotencyKey(req),
    apexUrl: services.site.apexUrl,
    workspaceUrl: services.site.workspaceUrl,
    forgetTenant: services.tenants.noteChanged,
    announceChange: (change) => {
      if (tenant)
        services.announceChange(tenant.tenantId, { ...change, by: headerOf(req, LIVE_SOCKET_HEADER) })
    },
    response: {},
  }
}

function readIdempotencyKey(req: IncomingMessage): string | null {
  const key = headerOf(req, 'idempotency-key')
  if (key === null) return null
  if (key.length === 0 || key.length > MAX_IDEMPOTENCY_KEY) {
    throw new AppError('BAD_REQUEST', { message: 'An idempotency key has 1 to 200 characters.' })
  }
  return key
}
