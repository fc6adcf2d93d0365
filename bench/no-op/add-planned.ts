import type { Client } from 'pg'
import type { FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { MODULE } from '../rollout/bench-migration.ts'

const PREFIX = 'no-op-'

/**
 * Tenants as the control plane knows them, up to `count`, with a feature and the rows of the ledger, but without schemas: a
 * plan asks for no more.
 */
export async function addPlanned(
  owner: Client,
  { count, migrations }: { count: number; migrations: FleetMigrations },
): Promise<void> {
  await owner.query(
    `insert into platform.tenants (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name, role_name, updated_at)
     select gen_random_uuid(), '${PREFIX}' || n, 'Bench', 'pet-care', 'UTC', 'EUR', 'free', 'active', 'no_op_' || n, 'no_op_role_' || n, now()
     from generate_series((select count(*) + 1 from platform.tenants where subdomain like '${PREFIX}%'), $1) as n`,
    [count],
  )
  await owner.query(
    `insert into platform.tenant_features (id, tenant_id, name, enabled)
     select gen_random_uuid(), id, $1, true from platform.tenants where subdomain like '${PREFIX}%' on conflict do nothing`,
    [MODULE],
  )
  const all = [...migrations.values()].flat()
  await owner.query(
    `insert into platform.applied_migrations (tenant_id, migration_set, name, checksum)
     select t.id, m.* from platform.tenants t, unnest($1::text[], $2::text[], $3::text[]) as m
     where subdomain like '${PREFIX}%' on conflict do nothing`,
    [all.map(({ set }) => set), all.map(({ name }) => name), all.map(({ checksum }) => checksum)],
  )
  await owner.query('vacuum analyze platform.tenants, platform.tenant_features, platform.applied_migrations')
}

/** A server that is kept for other suites is left without them. */
export async function removePlanned(owner: Client): Promise<void> {
  const ids = `(select id from platform.tenants where subdomain like '${PREFIX}%')`
  await owner.query(`delete from platform.applied_migrations where tenant_id in ${ids}`)
  await owner.query(`delete from platform.tenant_features where tenant_id in ${ids}`)
  await owner.query(`delete from platform.tenants where subdomain like '${PREFIX}%'`)
}
