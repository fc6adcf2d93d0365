import type { ClientBase } from 'pg'
import type { Migration } from './migration-files.ts'
import { quoteIdentifier } from './quote-identifier.ts'
import { withRowAccess } from './row-access.ts'
import { settleInOrder } from './settle-in-order.ts'
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

/** Whose rows of the ledger, with the tenant's id as $1: `is not distinct from` would read all of them, index or not. */
function isOf({ tenantId }: MigrationTarget): string {
  return tenantId === null ? 'l.tenant_id is null and $1::uuid is null' : 'l.tenant_id = $1'
}

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
  const { target, migrations } = options
  const claimed = await recordMigrations(client, { target, migrations })
  const applied = await runMigrations(client, { ...options, migrations: claimed })
  await saveDurations(client, { target, applied })
  return applied
}

/**
 * Runs migrations that are written down as applied, inside the transaction of `client`. Everything is sent before the first
 * answer is awaited, so what a caller sends next, without waiting for this, stands right behind the last body.
 */
export async function runMigrations<T>(
  client: ClientBase,
  {
    target,
    migrations,
    observe,
    onApplied,
  }: {
    target: MigrationTarget
    migrations: readonly Migration[]
    observe?: () => Promise<T>
    onApplied?: (applied: AppliedMigration, observed: T | undefined) => void
  },
): Promise<AppliedMigration[]> {
  let finishedAt = performance.now()
  const pathSet = client.query(`set local search_path to ${quoteIdentifier(target.schema)}, pg_temp`)
  const bodies = migrations.map(async (migration) => {
    const [, observed] = await Promise.all([client.query(withRowAccess(migration.up)), observe?.()])
    const durationMs = performance.now() - finishedAt
    finishedAt += durationMs
    onApplied?.({ migration, durationMs }, observed)
    return { migration, durationMs }
  })
  const [, ...applied] = await settleInOrder([pathSet, ...bodies])
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
  const { rows } = await client.query<{ set: string; name: string }>(
    `select migration_set as set, name from ${LEDGER} l where ${isOf(target)} for update`,
    [target.tenantId],
  )
  const known = new Set(rows.map(({ set, name }) => `${set}/${name}`))
  await takeBackMigrations(client, {
    target,
    migrations: migrations.filter(({ set, name }) => known.has(`${set}/${name}`)),
  })
}

/**
 * The same for migrations of which the caller has locked the rows of the ledger. Everything is sent before the first answer
 * is awaited, as by `runMigrations`.
 */
export async function takeBackMigrations(
  client: ClientBase,
  { target, migrations }: { target: MigrationTarget; migrations: readonly Migration[] },
): Promise<void> {
  await settleInOrder([
    client.query(`set local search_path to ${quoteIdentifier(target.schema)}, pg_temp`),
    client.query(
      `delete from ${LEDGER} l using unnest($2::text[], $3::text[]) as m(migration_set, name)
       where ${isOf(target)} and l.migration_set = m.migration_set and l.name = m.name`,
      [target.tenantId, migrations.map(({ set }) => set), migrations.map(({ name }) => name)],
    ),
    ...migrations.toReversed().map(({ down }) => client.query(withRowAccess(down))),
  ])
}

/**
 * Writes down that migrations are applied, before their bodies run or when their work was done in another way, inside the
 * transaction of `client`.
 * @returns those that were not known to be; of two who try one gets them, and losing the race is success too
 * @throws MigrationChangedError
 */
export async function recordMigrations(
  client: ClientBase,
  { target, migrations }: { target: MigrationTarget; migrations: readonly Migration[] },
): Promise<Migration[]> {
  const inserted = await client.query<{ migration_set: string; name: string }>({
    name: 'record_migrations',
    text: `insert into ${LEDGER} (tenant_id, migration_set, name, checksum)
     select $1, m.migration_set, m.name, m.checksum
     from unnest($2::text[], $3::text[], $4::text[]) as m(migration_set, name, checksum)
     on conflict on constraint applied_migrations_key do nothing
     returning migration_set, name`,
    values: [
      target.tenantId,
      migrations.map(({ set }) => set),
      migrations.map(({ name }) => name),
      migrations.map(({ checksum }) => checksum),
    ],
  })
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
    `select migration_set as set, name, checksum from ${LEDGER} l where ${isOf(target)}`,
    [target.tenantId],
  )
  const checksums = new Map(known.rows.map(({ set, name, checksum }) => [`${set}/${name}`, checksum]))
  const changed = migrations.find(({ set, name, checksum }) => checksums.get(`${set}/${name}`) !== checksum)
  if (changed) throw new MigrationChangedError(changed)
}

/** Writes down how long each took. */
export async function saveDurations(
  client: ClientBase,
  { target, applied }: { target: MigrationTarget; applied: readonly AppliedMigration[] },
): Promise<void> {
  await client.query({
    name: `save_durations_${target.tenantId === null ? 'platform' : 'tenant'}`,
    text: `update ${LEDGER} l set duration_ms = a.duration_ms
     from unnest($2::text[], $3::text[], $4::real[]) as a(migration_set, name, duration_ms)
     where ${isOf(target)} and l.migration_set = a.migration_set and l.name = a.name`,
    values: [
      target.tenantId,
      applied.map(({ migration }) => migration.set),
      applied.map(({ migration }) => migration.name),
      applied.map(({ durationMs }) => durationMs),
    ],
  })
}
