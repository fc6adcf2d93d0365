import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import { openStatuses } from '#src/tenancy/tenant.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { overlay } from '../../module.ts'
import { readLinkToken } from './link-token.ts'
import { findOpenLink } from './link.repository.ts'

/** What looking at an overlay needs of a call: nobody is signed in. */
export type LinkCall = { database: Database; hostTenant: CallTenant | null }

/**
 * Does work in the scope of the tenant whose link a token is: on the tenant's own host, or on the apex.
 * @throws AppError TOKEN_INVALID for a token that never was or was revoked, on the host of somebody else, while the
 *   workspace is shut and while the module is off. These cannot be told apart
 */
export async function withLinkedTenant<T>(
  { database, hostTenant }: LinkCall,
  token: string,
  work: (tenant: CallTenant) => Promise<T>,
): Promise<T> {
  const link = readLinkToken(token)
  if (!link || (hostTenant && hostTenant.tenantId !== link.tenantId)) throw new AppError('TOKEN_INVALID')
  const tenant = hostTenant ?? (await findTenantById(database.platform, link.tenantId))
  if (!tenant || !isShown(tenant)) throw new AppError('TOKEN_INVALID')
  return withTenantScope(tenant, async () => {
    if (!(await findOpenLink(database.tenantQuery, link.tokenHash))) throw new AppError('TOKEN_INVALID')
    return work(tenant)
  })
}

function isShown({ status, modules }: CallTenant): boolean {
  return (openStatuses as readonly string[]).includes(status) && modules.includes(overlay.id)
}
