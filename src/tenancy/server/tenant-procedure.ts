import { may, type Permission } from '#src/auth/permissions.ts'
import { ownerIdOf, type Identity } from '#src/auth/identity.ts'
import { withTenantScope, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { idempotent, procedureWithAccess, withinLimits } from '#src/trpc/server/init.ts'
import { openStatuses } from '../tenant.ts'

/** What a tenant procedure can rely on: somebody of this very tenant, which is open for work. */
export type TenantCall = CallContext & { identity: Identity; tenant: CallTenant }

/**
 * Who is calling and for which tenant, or the error that says why nobody is.
 * @throws AppError UNAUTHENTICATED, TENANT_MISMATCH, TENANT_SUSPENDED, TENANT_NOT_READY
 */
export function requireTenantCall(ctx: CallContext): { identity: Identity; tenant: CallTenant } {
  const { identity, tenant, hostTenant } = ctx
  if (!identity) throw new AppError('UNAUTHENTICATED')
  if (hostTenant && identity.tenantId !== hostTenant.tenantId) throw new AppError('TENANT_MISMATCH')
  if (!tenant || identity.tenantId !== tenant.tenantId) throw new AppError('FORBIDDEN')
  requireOpenTenant(tenant)
  return { identity, tenant }
}

/** @throws AppError TENANT_SUSPENDED, TENANT_NOT_READY when nobody may work in the workspace now */
export function requireOpenTenant({ status }: Pick<CallTenant, 'status'>): void {
  if (status === 'suspended') throw new AppError('TENANT_SUSPENDED')
  if (!(openStatuses as readonly string[]).includes(status)) throw new AppError('TENANT_NOT_READY')
}

/** How far the call reaches: into its tenant, and for a client to their own records there. */
export function scopeOf({ tenant, identity }: Pick<TenantCall, 'tenant' | 'identity'>): TenantPlacement {
  return { ...tenant, ownerId: ownerIdOf(identity) }
}

/**
 * A procedure for anybody who is signed in to the tenant; it runs inside the tenant's scope.
 * @param exceptions `impersonation` for what somebody may do who acts as the person
 */
export function signedInProcedure(exceptions: { impersonation?: 'allowed' } = {}) {
  return procedureWithAccess({ kind: 'signed-in', ...exceptions })
    .use(({ ctx, next }) => {
      const call = requireTenantCall(ctx)
      return withTenantScope(scopeOf(call), () => next({ ctx: call }))
    })
    .use(idempotent)
    .use(withinLimits)
}

/**
 * A procedure for those people of the tenant whose role holds the permission; it runs inside the tenant's
 * scope. With `module`, the tenant must have that module switched on.
 */
export function tenantProcedure(
  permission: Permission,
  { module, impersonation }: { module?: string; impersonation?: 'refused' } = {},
) {
  return procedureWithAccess({ kind: 'permission', permission, module, impersonation })
    .use(({ ctx, next }) => {
      const call = requireTenantCall(ctx)
      if (!may(ctx.permissions, call.identity, permission)) throw new AppError('FORBIDDEN')
      if (module !== undefined && !call.tenant.modules.includes(module))
        throw new AppError('MODULE_NOT_ENABLED')
      return withTenantScope(scopeOf(call), () => next({ ctx: call }))
    })
    .use(idempotent)
    .use(withinLimits)
}
