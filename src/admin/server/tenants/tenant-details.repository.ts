import type { PlatformTx } from '#src/db/server/database.ts'

/** What is read of one tenant beside its row in the list. */
const columns = {
  phone: true,
  address: true,
  timezone: true,
  currency: true,
  language: true,
  schemaName: true,
  roleName: true,
  statusBefore: true,
  statusReason: true,
  updatedAt: true,
  runs: { where: { kind: 'delete-tenant' }, select: { id: true }, take: 1 },
} as const

/** What is shown of a tenant beside its row; null where there is none. */
export async function findTenantFacts(db: PlatformTx, tenantId: string) {
  const found = await db.tenant.findUnique({ where: { id: tenantId }, select: columns })
  if (!found) return null
  const { runs, ...facts } = found
  return { ...facts, isEnding: runs.length > 0 }
}

/** A migration of a tenant's schema. */
export type AppliedMigration = { module: string; name: string; appliedAt: Date }

/** Migrations in the order they were applied. */
export async function listAppliedMigrations(db: PlatformTx, tenantId: string): Promise<AppliedMigration[]> {
  return db.$queryRaw<AppliedMigration[]>`
    select migration_set as module, name, applied_at as "appliedAt" from platform.applied_migrations
    where tenant_id = ${tenantId}::uuid order by applied_at, migration_set, name`
}
