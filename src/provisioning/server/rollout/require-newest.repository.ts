import type { ClientBase } from 'pg'
import { MigrationChangedError } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { AppError } from '#src/shared/errors/app-error.ts'

/**
 * Makes sure that what is to be taken back of a tenant is the newest it has: what came later may rest on it.
 * @returns those of them that the tenant has
 * @throws AppError CONFLICT when a later migration of the same module stands on them
 * @throws MigrationChangedError when the file that takes one back is not the one it was applied with
 */
export async function requireNewest(
  client: ClientBase,
  { tenantId, migrations }: { tenantId: string; migrations: readonly Migration[] },
): Promise<Migration[]> {
  const { rows } = await client.query<{ set: string; name: string; checksum: string }>(
    `select migration_set as set, name, checksum from platform.applied_migrations
     where tenant_id = $1 and migration_set = any ($2) for update`,
    [tenantId, [...new Set(migrations.map(({ set }) => set))]],
  )
  const checksums = new Map(rows.map(({ set, name, checksum }) => [`${set}/${name}`, checksum]))
  const applied = migrations.filter(({ set, name }) => checksums.has(`${set}/${name}`))
  const changed = applied.find(({ set, name, checksum }) => checksums.get(`${set}/${name}`) !== checksum)
  if (changed) throw new MigrationChangedError(changed)
  const given = new Set(applied.map(({ set, name }) => `${set}/${name}`))
  const later = rows.find(
    (row) =>
      !given.has(`${row.set}/${row.name}`) &&
      applied.some(({ set, name }) => set === row.set && name < row.name),
  )
  if (later) {
    const message = `The later migration ${later.set}/${later.name} has to be taken back first.`
    throw new AppError('CONFLICT', { message })
  }
  return applied
}
