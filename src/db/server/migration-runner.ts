import type { ClientBase } from 'pg'
import type { Migration } from './migration-files.ts'
import { quoteIdentifier } from './quote-identifier.ts'
import { PLATFORM_SCHEMA } from './tenant-scope.ts'

/** Whose schema is being migrated: a tenant, or the platform itself (`tenantId: null`). */
export type MigrationTarget = { tenantId: string | null; schema: string }

export type AppliedMigration = { migration: Migration; durationMs: number }

/** Raised when a migration that was applied before has another content now. */
export class MigrationChangedError extends Error {
  constructor(migration: Migration) {
    super(
      `Migration ${migration.set}/${migration.name} was changed after it had been applied. ` +
        'Restore the file and write a new migration instead.',
    )
    this.name = 'MigrationChangedError'
  }
}

const LEDGER = `${PLATFORM_SCHEMA}.applied_migrations`

/** The central record of what was applied where; one table, so that "nothing to do" is one query. */
export const LEDGER_SQL = `
create table if not exists ${LEDGER} (
  tenant_id uuid,
  migration_set text not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default clock_timestamp(),
  duration_ms real,
  constraint applied_migrations_key unique nulls not distinct (tenant_id, migration_set, name)
)`

/**
 * Applies what is missing, inside the transaction the caller has opened on `client`. The ledger row is
 * inserted before the body: of two runners only one gets the row, the other waits for it and then skips.
 *
 * @param onApplied called after each migration, to report progress
 * @returns the migrations this call applied
 * @throws MigrationChangedError when an applied migration differs from its file
 */
export async function applyMigrations(
  client: ClientBase,
  options: {
    target: MigrationTarget
    migrations: readonly Migration[]
    onApplied?: (applied: AppliedMigration) => void | Promise<void>
  },
): Promise<AppliedMigration[]> {
  const { target, migrations, onApplied } = options
  const searchPath = `set local search_path to ${quoteIdentifier(target.schema)}, pg_temp`
  await client.query(searchPath)
  const applied: AppliedMigration[] = []
  for (const migration of migrations) {
    const startedAt = performance.now()
    if (!(await claim(client, target, migration))) continue
    await client.query(migration.up)
    const durationMs = performance.now() - startedAt
    await client.query(
      `update ${LEDGER} set duration_ms = $4
       where tenant_id is not distinct from $1 and migration_set = $2 and name = $3`,
      [target.tenantId, migration.set, migration.name, durationMs],
    )
    applied.push({ migration, durationMs })
    await onApplied?.({ migration, durationMs })
  }
  return applied
}

/**
 * Takes migrations back, newest first, inside the transaction the caller has opened on `client`.
 * Those the ledger does not know are skipped.
 */
export async function revertMigrations(
  client: ClientBase,
  { target, migrations }: { target: MigrationTarget; migrations: readonly Migration[] },
): Promise<void> {
  await client.query(`set local search_path to ${quoteIdentifier(target.schema)}, pg_temp`)
  for (const migration of [...migrations].reverse()) {
    const { rowCount } = await client.query(
      `delete from ${LEDGER} where tenant_id is not distinct from $1 and migration_set = $2 and name = $3`,
      [target.tenantId, migration.set, migration.name],
    )
    if (rowCount === 1) await client.query(migration.down)
  }
}

/** True when this runner is the one to apply the migration; losing the race is success too. */
async function claim(client: ClientBase, target: MigrationTarget, migration: Migration): Promise<boolean> {
  const inserted = await client.query(
    `insert into ${LEDGER} (tenant_id, migration_set, name, checksum) values ($1, $2, $3, $4)
     on conflict on constraint applied_migrations_key do nothing`,
    [target.tenantId, migration.set, migration.name, migration.checksum],
  )
  if (inserted.rowCount === 1) return true
  const known = await client.query<{ checksum: string }>(
    `select checksum from ${LEDGER}
     where tenant_id is not distinct from $1 and migration_set = $2 and name = $3`,
    [target.tenantId, migration.set, migration.name],
  )
  if (known.rows[0]?.checksum !== migration.checksum) throw new MigrationChangedError(migration)
  return false
}
