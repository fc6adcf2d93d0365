import { isPlatformRole, type Identity, type TenantRole } from '#src/auth/identity.ts'
import { isLimited } from '#src/auth/permissions.ts'
import { isWatchToken } from '#src/provisioning/server/watch-token.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'

const watchers: readonly TenantRole[] = ['owner', 'admin', 'manager', 'staff', 'viewer']
const movers: readonly TenantRole[] = ['owner', 'admin']

/**
 * Lets through who may see, or with `move` also restart and cancel, a run: the visitor with its token, people
 * of its tenant, people of the platform. Everybody else learns nothing, not even that the run exists.
 * @throws AppError NOT_FOUND
 */
export function requireRunAccess(
  ctx: Pick<CallContext, 'authSecret' | 'identity' | 'watchToken' | 'hostTenant'>,
  run: { runId: string; tenantId: string },
  { token, move = false }: { token?: string | undefined; move?: boolean } = {},
): void {
  const identity = countedIdentity(ctx)
  const given = token ?? ctx.watchToken
  if (given && isWatchToken(ctx.authSecret, { runId: run.runId, token: given })) return
  if (identity && isPlatformRole(identity.role)) {
    if (!move || identity.role === 'platform_admin') return
  } else if (identity?.tenantId === run.tenantId) {
    const allowed: readonly string[] = move ? movers : watchers
    if (allowed.includes(identity.role)) return
  }
  throw new AppError('NOT_FOUND')
}

/**
 * A sign-in counts for nothing on the host of another workspace; the platform's own has none. A token for
 * single rights has none to a run, which is no record.
 */
function countedIdentity({
  identity,
  hostTenant,
}: Pick<CallContext, 'identity' | 'hostTenant'>): Identity | null {
  if (!identity || isLimited(identity)) return null
  return hostTenant && identity.tenantId !== hostTenant.tenantId ? null : identity
}
