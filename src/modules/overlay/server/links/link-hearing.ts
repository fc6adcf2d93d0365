import type { Database } from '#src/db/server/database.ts'
import type { Hearing } from '#src/realtime/server/topic-source.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { HearByToken } from '#src/tenancy/server/change-source.ts'
import type { TenantDirectory } from '#src/tenancy/server/tenant-directory.ts'
import { LINKS } from './link.service.ts'
import { withLinkedTenant } from './linked-tenant.ts'

/** What the scene is made of. */
const SHOWN = new Set([
  'goals',
  'tips',
  'received-tips',
  'viewer-points',
  'point-transactions',
  'viewers',
  'overlay-stage',
])

/** Lets an overlay that is open by its secret link hear when to look again, and nothing about what has changed. */
export function createLinkHearing(parts: {
  database: Database
  tenants: Pick<TenantDirectory, 'findById'>
}): HearByToken {
  return async ({ tenantId, hostTenantId, token }) => {
    const host = hostTenantId === null ? null : await parts.tenants.findById(hostTenantId)
    if (hostTenantId !== null && host === null) return null
    try {
      const linked = await withLinkedTenant({ ...parts, hostTenant: host }, token, async (tenant) => tenant)
      return linked.tenantId === tenantId ? hearingOf : null
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  }
}

/** A link that is revoked or gets another token is a change of links: whoever listens shows theirs again. */
function hearingOf(resource: string): Hearing {
  if (resource === LINKS) return 'ask-again'
  return SHOWN.has(resource) ? 'resource' : 'nothing'
}
