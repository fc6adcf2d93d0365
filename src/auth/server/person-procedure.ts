import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { idempotent, procedureWithAccess, withinLimits } from '#src/trpc/server/init.ts'
import type { Identity } from '../identity.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'

/**
 * Who is calling, whether of a tenant or of the platform.
 * @throws AppError UNAUTHENTICATED for visitors, TENANT_MISMATCH on the host of another workspace.
 */
export function requirePerson({ identity, hostTenant }: CallContext): Identity {
  if (!identity) throw new AppError('UNAUTHENTICATED')
  if (hostTenant && identity.tenantId !== hostTenant.tenantId) throw new AppError('TENANT_MISMATCH')
  return identity
}

/**
 * Who is calling, signed in as a person: a program with an API token has no say in how its person signs in.
 * @throws AppError UNAUTHENTICATED, TENANT_MISMATCH, FORBIDDEN
 */
export function requireSignedInPerson(ctx: CallContext): Identity {
  const identity = requirePerson(ctx)
  if (identity.credential === 'token') {
    throw new AppError('FORBIDDEN', { message: 'An API token cannot do this. Sign in with a password.' })
  }
  return identity
}

/** A procedure about the caller: for everybody who is signed in, people of the platform included. */
export function personProcedure() {
  return procedureWithAccess({ kind: 'signed-in', impersonation: 'allowed' })
    .use(({ ctx, next }) => next({ ctx: { ...ctx, identity: requirePerson(ctx) } }))
    .use(idempotent)
    .use(withinLimits)
}

/**
 * A procedure about the caller's own sign-in; API tokens are refused.
 * @param deps.requireOpenTenant left out for what has to work in a workspace that is shut, too
 * @param exceptions `impersonation` for what somebody may do who acts as the person
 */
export function accountProcedure(
  { requireOpenTenant }: Partial<Pick<AuthRouterDeps, 'requireOpenTenant'>>,
  exceptions: { impersonation?: 'allowed' } = {},
) {
  return procedureWithAccess({ kind: 'signed-in', apiTokens: false, ...exceptions })
    .use(({ ctx, next }) => {
      const identity = requireSignedInPerson(ctx)
      if (ctx.tenant) requireOpenTenant?.(ctx.tenant)
      return next({ ctx: { ...ctx, identity } })
    })
    .use(idempotent)
    .use(withinLimits)
}
