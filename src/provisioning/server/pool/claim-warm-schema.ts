import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { withRole } from '../step.ts'
import type { ClaimWarmSchema } from './prepared-plane.ts'
import { takeWarmSchema } from './warm-schema.repository.ts'

/**
 * Takes warm schemas of this code over for tenants. Nothing is granted: renaming spares all other connections the long look at
 * who may switch to which role.
 */
export function createClaim(fingerprint: string): ClaimWarmSchema {
  return async (client, { tenant, modules }) => {
    const warm = await withRole(client, PLATFORM_ROLE, () => takeWarmSchema(client, { modules, fingerprint }))
    if (!warm) return null
    const { schemaName, roleName, ...claimed } = warm
    await Promise.all([
      client.query(
        `alter schema ${quoteIdentifier(schemaName)} rename to ${quoteIdentifier(tenant.schemaName)};
         alter role ${quoteIdentifier(roleName)} rename to ${quoteIdentifier(tenant.roleName)}`,
      ),
      client.query('update platform.applied_migrations set tenant_id = $1 where tenant_id = $2', [
        tenant.tenantId,
        warm.id,
      ]),
    ])
    return claimed
  }
}
