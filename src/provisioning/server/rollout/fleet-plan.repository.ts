import type { ClientBase } from 'pg'
import type { Migration } from '#src/db/server/migration-files.ts'
import type { MigrationId } from '../../rollout.ts'
import { migrationId, type FleetMigrations } from './fleet-migrations.ts'

/** A tenant whose schema is not as this code has it. */
export type TenantGap = {
  tenantId: string
  subdomain: string
  /** not applied yet, in the order to apply them */
  missing: MigrationId[]
  /** applied with another content */
  changed: MigrationId[]
  /** applied by code that is newer than this; left alone */
  unknown: MigrationId[]
}

/** Tenants that have a schema: also suspended ones, and those whose deletion is only scheduled. */
export const WITH_SCHEMA = ['trial', 'active', 'suspended', 'cancelled'] as const

/**
 * All tenants that differ from what this code has, by one query over the ledger (platform scope). A tenant should have all
 * migrations of each module that is switched on, and of each whose tables it keeps: one that was switched off must
 * be able to come back, and no code needs to know its old form.
 */
export async function listGaps(client: ClientBase, fleet: FleetMigrations): Promise<TenantGap[]> {
  const all = [...fleet.values()].flat()
  const { rows } = await client.query<TenantGap>(
    `with fleet as materialized (
       select id, subdomain from platform.tenants where status = any ($1)
     ), ledger as materialized (
       select l.tenant_id, l.migration_set, l.name, l.checksum
       from platform.applied_migrations l join fleet on fleet.id = l.tenant_id
     ), had as (
       select f.tenant_id, f.name as migration_set
       from platform.tenant_features f join fleet on fleet.id = f.tenant_id where f.enabled
       union select tenant_id, migration_set from ledger
     ), wanted as materialized (
       select * from unnest($2::text[], $3::text[], $4::text[]) with ordinality as w (migration_set, name, checksum, position)
     ), expected as (
       select had.tenant_id, wanted.* from had join wanted using (migration_set)
     ), differing as (
       select tenant_id, e.migration_set || '/' || e.name as id, e.position,
              case when l.name is null then 'missing' when e.name is null then 'unknown' else 'changed' end as how,
              l.migration_set || '/' || l.name as applied
       from expected e full join ledger l using (tenant_id, migration_set, name)
       where l.checksum is distinct from e.checksum
     )
     select fleet.id as "tenantId", fleet.subdomain,
            coalesce(array_agg(d.id order by position) filter (where how = 'missing'), '{}') as missing,
            coalesce(array_agg(d.id order by position) filter (where how = 'changed'), '{}') as changed,
            coalesce(array_agg(d.applied order by d.applied) filter (where how = 'unknown'), '{}') as unknown
     from differing d join fleet on fleet.id = d.tenant_id
     group by fleet.id, fleet.subdomain
     order by fleet.id`,
    [
      WITH_SCHEMA,
      all.map(({ set }) => set),
      all.map(({ name }) => name),
      all.map(({ checksum }) => checksum),
    ],
  )
  return rows
}

/** How many tenants are compared with the code (platform scope). */
export async function countFleet(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from platform.tenants where status = any ($1)',
    [WITH_SCHEMA],
  )
  return rows[0]?.count ?? 0
}

/** Tenants that have any of these migrations (platform scope), with those they have, in the order they were given. */
export async function listHolders(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<{ tenantId: string; migrations: MigrationId[] }[]> {
  const { rows } = await client.query<{ tenantId: string; migrations: MigrationId[] }>(
    `select t.id as "tenantId", array_agg(w.id order by w.position) as migrations
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as w (id, migration_set, name, position)
     join platform.applied_migrations l on l.migration_set = w.migration_set and l.name = w.name
     join platform.tenants t on t.id = l.tenant_id
     where t.status = any ($1)
     group by t.id order by t.id`,
    [
      WITH_SCHEMA,
      migrations.map(migrationId),
      migrations.map(({ set }) => set),
      migrations.map(({ name }) => name),
    ],
  )
  return rows
}
