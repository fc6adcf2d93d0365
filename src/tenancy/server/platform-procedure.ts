import type { Identity, PlatformRole } from '#src/auth/identity.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { idempotent, procedureWithAccess, withinLimits } from '#src/trpc/server/init.ts'

/**
 * The person of the platform who makes the call.
 * @throws AppError UNAUTHENTICATED, TENANT_MISMATCH, FORBIDDEN
 */
export function requirePlatformRole(
  ctx: Pick<CallContext, 'identity' | 'hostTenant'>,
  roles: readonly PlatformRole[],
): Identity {
  if (!ctx.identity) throw new AppError('UNAUTHENTICATED')
  // The platform is steered from its own host, never from a workspace's.
  if (ctx.hostTenant) throw new AppError('TENANT_MISMATCH')
  if (!(roles as readonly string[]).includes(ctx.identity.role)) throw new AppError('FORBIDDEN')
  return ctx.identity
}

/** A procedure for people of the platform who have one of the roles. */
export function platformProcedure(roles: readonly PlatformRole[]) {
  return procedureWithAccess({ kind: 'platform', roles })
    .use(({ ctx, next }) => next({ ctx: { ...ctx, identity: requirePlatformRole(ctx, roles) } }))
    .use(idempotent)
    .use(withinLimits)
}
