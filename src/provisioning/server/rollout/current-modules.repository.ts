import type { ClientBase } from 'pg'
import type { FleetMigrations } from './fleet-migrations.ts'

/**
 * Modules of which a tenant has every migration there is. Only their declarations speak of its tables as they are: what they
 * say of others may name columns that are not there.
 */
export async function listCurrentModules(
  client: ClientBase,
  tenantId: string,
  fleet: FleetMigrations,
): Promise<string[]> {
  const { rows } = await client.query<{ set: string; names: string[] }>({
    name: 'list_current_modules',
    text: `select migration_set as set, array_agg(name) as names from platform.applied_migrations
     where tenant_id = $1 group by migration_set`,
    values: [tenantId],
  })
  const applied = new Map(rows.map(({ set, names }) => [set, new Set(names)]))
  return [...fleet]
    .filter(([set, migrations]) => migrations.every(({ name }) => applied.get(set)?.has(name)))
    .map(([set]) => set)
}
