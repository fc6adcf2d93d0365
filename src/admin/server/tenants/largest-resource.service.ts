import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import type { Module } from '#src/resources/define-module.ts'
import { countRecords } from '#src/resources/server/record-counts.repository.ts'
import { planLimitsOf } from '#src/tenancy/plans.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import type { Plan } from '#src/tenancy/tenant.ts'

/** Statuses in which there is a schema to count in. */
const BUILT = new Set(['trial', 'active', 'suspended', 'cancelled'])

/**
 * How many records a tenant has of the kind it has most of, for a plan that bounds them; 0 for one that does not.
 * Modules that are switched off do not count.
 */
export async function countLargestResource(
  { platform, tenantQuery }: Pick<Database, 'platform' | 'tenantQuery'>,
  modules: readonly Module[],
  { tenantId, plan }: { tenantId: string; plan: Plan },
): Promise<number> {
  if (planLimitsOf(plan).recordsPerResource === null) return 0
  const tenant = await findTenantById(platform, tenantId)
  if (!tenant || !BUILT.has(tenant.status)) return 0
  const targets = modules
    .filter(({ id }) => tenant.modules.includes(id))
    .flatMap((module) => module.resources.map((resource) => ({ module, resource, ownerId: null })))
  const counts = await withTenantScope(tenant, () => countRecords(tenantQuery, targets))
  return Math.max(0, ...Object.values(counts))
}
