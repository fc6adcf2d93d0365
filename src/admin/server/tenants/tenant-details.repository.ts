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
} as const

export async function findTenantFacts(db: PlatformTx, tenantId: string) {
  return db.tenant.findUnique({ where: { id: tenantId }, select: columns })
}

/** A migration of a tenant's schema. */
export type AppliedMigration = { module: string; name: string; appliedAt: Date }

/** Migrations in the order they were applied. */
export async function listAppliedMigrations(db: PlatformTx, tenantId: string): Promise<AppliedMigration[]> {
  return db.$queryRaw<AppliedMigration[]>`
    select migration_set as module, name, applied_at as "appliedAt" from platform.applied_migrations
    where tenant_id = ${tenantId}::uuid order by applied_at, migration_set, name`
}
