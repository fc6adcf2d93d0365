import type { PlatformDb } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

/** A tenant whatever its status. @throws AppError NOT_FOUND */
export async function requireTenant(db: PlatformDb, tenantId: string): Promise<CallTenant> {
  const tenant = await findTenantById(db, tenantId)
  if (!tenant) throw new AppError('NOT_FOUND')
  return tenant
}
