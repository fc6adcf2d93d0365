import type { Identity, PlatformRole } from '#src/auth/identity.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'

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
