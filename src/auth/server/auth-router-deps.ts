import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import type { AuthKeys } from './auth-keys.ts'

/** What the sign-in asks of the layer that knows tenants. */
export type AuthRouterDeps = {
  keys: AuthKeys
  /** the tenant at a subdomain, whatever its status; null when there is none */
  findTenant: (ctx: CallContext, subdomain: string) => Promise<CallTenant | null>
  /** the tenant with an id, whatever its status; null when there is none */
  findTenantById: (ctx: CallContext, tenantId: string) => Promise<CallTenant | null>
  /** @throws AppError TENANT_SUSPENDED, TENANT_NOT_READY when nobody may work in the workspace now */
  requireOpenTenant: (tenant: CallTenant) => void
}

/**
 * Whose people a visitor means: those of the host's tenant, or on the apex of the one that was named.
 * @returns null for people of the platform
 * @throws AppError TENANT_MISMATCH, TENANT_NOT_FOUND, TENANT_SUSPENDED, TENANT_NOT_READY
 */
export async function requireNamedTenant(
  { findTenant, requireOpenTenant }: AuthRouterDeps,
  ctx: CallContext,
  subdomain: string | undefined,
): Promise<CallTenant | null> {
  const { hostTenant } = ctx
  if (hostTenant && subdomain !== undefined && subdomain !== hostTenant.subdomain) {
    throw new AppError('TENANT_MISMATCH')
  }
  if (!hostTenant && subdomain === undefined) return null
  const tenant = hostTenant ?? (await findTenant(ctx, subdomain ?? ''))
  if (!tenant) throw new AppError('TENANT_NOT_FOUND')
  requireOpenTenant(tenant)
  return tenant
}
