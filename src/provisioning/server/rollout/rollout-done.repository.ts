import type { ClientBase } from 'pg'
import type { MigrationId } from '../../rollout.ts'

/** What a rollout has applied, by tenant (platform scope); what was taken back since then is left out. */
export async function listDone(
  client: ClientBase,
  rolloutId: string,
): Promise<{ tenantId: string; migrations: MigrationId[] }[]> {
  const { rows } = await client.query<{ tenantId: string; migrations: MigrationId[] }>(
    `select r.tenant_id as "tenantId", array_agg(given.id order by given.position) as migrations
     from platform.rollout_tenants r
     join platform.rollouts o on o.id = r.rollout_id and o.direction = 'up'
     cross join lateral unnest(r.done) with ordinality as given (id, position)
     join platform.applied_migrations l
       on l.tenant_id = r.tenant_id and l.migration_set || '/' || l.name = given.id
     where r.rollout_id = $1
     group by r.tenant_id order by r.tenant_id`,
    [rolloutId],
  )
  return rows
}

/** How many tenants have something that a rollout has applied (platform scope). */
export async function countReversible(client: ClientBase, rolloutId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from platform.rollout_tenants r
     where r.rollout_id = $1 and exists (
       select from unnest(r.done) as given (id) join platform.applied_migrations l
         on l.tenant_id = r.tenant_id and l.migration_set || '/' || l.name = given.id)`,
    [rolloutId],
  )
  return rows[0]?.count ?? 0
}
