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
 * Applies what is missing, inside the transaction the caller has opened on `client`. Ledger rows are inserted
 * before any body: of two runners only one gets a row, the other waits for it and then skips. The bodies are
 * sent one behind the other without waiting in between; each is reported when the server has finished it.
 *
 * @param onApplied called after each migration, to report progress, with what `observe` found
 * @param observe a query about the schema, sent right behind each body
 * @returns the migrations this call applied
 * @throws MigrationChangedError when an applied migration differs from its file
 */
export async function applyMigrations<T>(
  client: ClientBase,
  options: {
    target: MigrationTarget
    migrations: readonly Migration[]
    observe?: () => Promise<T>
    onApplied?: (applied: AppliedMigration, observed: T | undefined) => void
  },
): Promise<AppliedMigration[]> {
  const { target, migrations, observe, onApplied } = options
  const claimed = await claim(client, target, migrations)
  await client.query(`set local search_path to ${quoteIdentifier(target.schema)}, pg_temp`)
  let finishedAt = performance.now()
  const bodies = claimed.map(async (migration) => {
    const [, observed] = await Promise.all([client.query(migration.up), observe?.()])
    const durationMs = performance.now() - finishedAt
    finishedAt += durationMs
    onApplied?.({ migration, durationMs }, observed)
    return { migration, durationMs }
  })
  // The first failure is the one that counts; those behind it only say that the transaction has failed.
  const outcomes = await Promise.allSettled(bodies)
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  const applied = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  await saveDurations(client, target, applied)
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

/**
 * Writes down that migrations are applied whose work was done in another way, inside the transaction of `client`.
 * @returns those that were not known to be
 * @throws MigrationChangedError
 */
export async function recordMigrations(
  client: ClientBase,
  { target, migrations }: { target: MigrationTarget; migrations: readonly Migration[] },
): Promise<Migration[]> {
  return claim(client, target, migrations)
}

/** The migrations that this runner is the one to apply; losing the race for one is success too. */
async function claim(
  client: ClientBase,
  target: MigrationTarget,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const inserted = await client.query<{ migration_set: string; name: string }>(
    `insert into ${LEDGER} (tenant_id, migration_set, name, checksum)
     select $1, m.migration_set, m.name, m.checksum
     from unnest($2::text[], $3::text[], $4::text[]) as m(migration_set, name, checksum)
     on conflict on constraint applied_migrations_key do nothing
     returning migration_set, name`,
    [
      target.tenantId,
      migrations.map(({ set }) => set),
      migrations.map(({ name }) => name),
      migrations.map(({ checksum }) => checksum),
    ],
  )
  const mine = new Set(inserted.rows.map(({ migration_set: set, name }) => `${set}/${name}`))
  const claimed = migrations.filter(({ set, name }) => mine.has(`${set}/${name}`))
  if (claimed.length < migrations.length) await requireUnchanged(client, target, migrations)
  return claimed
}

/** @throws MigrationChangedError */
async function requireUnchanged(
  client: ClientBase,
  target: MigrationTarget,
  migrations: readonly Migration[],
): Promise<void> {
  const known = await client.query<{ set: string; name: string; checksum: string }>(
    `select migration_set as set, name, checksum from ${LEDGER} where tenant_id is not distinct from $1`,
    [target.tenantId],
  )
  const checksums = new Map(known.rows.map(({ set, name, checksum }) => [`${set}/${name}`, checksum]))
  const changed = migrations.find(({ set, name, checksum }) => checksums.get(`${set}/${name}`) !== checksum)
  if (changed) throw new MigrationChangedError(changed)
}

async function saveDurations(
  client: ClientBase,
  target: MigrationTarget,
  applied: readonly AppliedMigration[],
): Promise<void> {
  await client.query(
    `update ${LEDGER} l set duration_ms = a.duration_ms
     from unnest($2::text[], $3::text[], $4::real[]) as a(migration_set, name, duration_ms)
     where l.tenant_id is not distinct from $1 and l.migration_set = a.migration_set and l.name = a.name`,
    [
      target.tenantId,
      applied.map(({ migration }) => migration.set),
      applied.map(({ migration }) => migration.name),
      applied.map(({ durationMs }) => durationMs),
    ],
  )
}
