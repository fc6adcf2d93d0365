import { z } from 'zod'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { CommandFailure, EXIT } from './exit.ts'

export type NamedTenant = TenantPlacement & { subdomain: string }

/**
 * The tenant somebody names by its subdomain or id.
 * @throws CommandFailure when there is none
 */
export async function requireTenant(db: PlatformDb, name: string): Promise<NamedTenant> {
  const byId = z.uuid().safeParse(name).success
  const tenant = await db.tenant.findFirst({
    where: byId ? { id: name } : { subdomain: name.toLowerCase(), status: { not: 'deleted' } },
    select: { id: true, subdomain: true, schemaName: true, roleName: true },
  })
  if (!tenant) throw new CommandFailure(`There is no tenant ${name}. Name it by subdomain or id.`, EXIT.usage)
  const { id, ...placement } = tenant
  return { ...placement, tenantId: id }
}
