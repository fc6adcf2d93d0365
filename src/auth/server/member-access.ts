import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { reachesRole, type Identity } from '../identity.ts'
import { may } from '../permissions.ts'
import { getRole } from './account.repository.ts'

/** A call of somebody who is signed in. */
export type PersonCall = CallContext & { identity: Identity }

/**
 * Runs `body` with the control plane as the caller may see it: people of a tenant see the rows of that tenant
 * alone, by the database's own rules.
 */
export async function withOwnScope<T>(
  { tenant, database }: PersonCall,
  body: (db: PlatformDb) => Promise<T>,
): Promise<T> {
  return tenant ? withTenantScope(tenant, () => body(database.member)) : body(database.platform)
}

/**
 * Lets the caller at what belongs to `userId`: it is their own, or they look after the members of the tenant
 * and that person does not rank above them. For everybody else what others have is not there.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function requireMemberAccess(
  db: PlatformTx,
  { identity, permissions }: PersonCall,
  userId: string,
): Promise<void> {
  if (userId === identity.userId) return
  if (!may(permissions, identity, 'members:update')) throw new AppError('NOT_FOUND')
  const role = await getRole(db, { userId, tenantId: identity.tenantId })
  if (role === null) throw new AppError('NOT_FOUND')
  if (!reachesRole(identity.role, role)) throw new AppError('ROLE_TOO_HIGH')
}
