import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { idempotent, procedureWithAccess, withinLimits } from '#src/trpc/server/init.ts'
import type { Identity } from '../identity.ts'

/**
 * Who is calling, whether of a tenant or of the platform.
 * @throws AppError UNAUTHENTICATED for visitors, TENANT_MISMATCH on the host of another workspace.
 */
export function requirePerson({ identity, hostTenant }: CallContext): Identity {
  if (!identity) throw new AppError('UNAUTHENTICATED')
  if (hostTenant && identity.tenantId !== hostTenant.tenantId) throw new AppError('TENANT_MISMATCH')
  return identity
}

/** A procedure about the caller: for everybody who is signed in, people of the platform included. */
export function personProcedure() {
  return procedureWithAccess({ kind: 'signed-in' })
    .use(({ ctx, next }) => next({ ctx: { ...ctx, identity: requirePerson(ctx) } }))
    .use(idempotent)
    .use(withinLimits)
}
