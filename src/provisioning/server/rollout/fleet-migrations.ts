import type { Migration } from '#src/db/server/migration-files.ts'
import type { MigrationId } from '../../rollout.ts'

/** Migrations of all modules this code has, by the module's id, each list in the order it is applied. */
export type FleetMigrations = ReadonlyMap<string, readonly Migration[]>

/** The name by which rollouts, nodes and people speak of a migration. */
export function migrationId({ set, name }: Pick<Migration, 'set' | 'name'>): MigrationId {
  return `${set}/${name}`
}

/** The migrations that are named, in the order they are applied; names this code does not have are left out. */
export function pickMigrations(fleet: FleetMigrations, names: readonly string[]): Migration[] {
  const wanted = new Set(names)
  return [...fleet.values()].flat().filter((migration) => wanted.has(migrationId(migration)))
}
