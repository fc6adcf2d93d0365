import type { ClientBase } from 'pg'
import { WITH_SCHEMA } from '../rollout/fleet-plan.repository.ts'
import { PLANE_LOCK_SPACE } from '../plane-lock.repository.ts'
import type { Plane } from './plane-relations.ts'

/** A tenant that has a schema, and what the ledger says was applied there. */
export type FleetTenant = Plane & {
  tenantId: string
  subdomain: string
  /** `module/name checksum`, in one order for all */
  applied: string[]
}

/**
 * Tenants with a schema, by one query (platform scope). Those that are on their way out are left out: their tables go one
 * after the other.
 * @param tenantIds only these
 */
export async function listFleetState(
  client: ClientBase,
  tenantIds: readonly string[] | null = null,
): Promise<FleetTenant[]> {
  const { rows } = await client.query<FleetTenant>(
    `select t.id as "tenantId", t.subdomain, t.schema_name as "schemaName", t.role_name as "roleName",
            coalesce(ledger.applied, '{}') as applied
     from platform.tenants t
     left join (
       select tenant_id, array_agg(migration_set || '/' || name || ' ' || checksum order by migration_set, name) as applied
       from platform.applied_migrations where tenant_id is not null group by tenant_id
     ) ledger on ledger.tenant_id = t.id
     where t.status = any ($1) and ($2::uuid[] is null or t.id = any ($2))
       and not exists (select from platform.provisioning_runs r
                       where r.tenant_id = t.id and r.kind = 'delete-tenant' and r.state <> 'compensated')
     order by t.id`,
    [WITH_SCHEMA, tenantIds],
  )
  return rows
}

/**
 * Keeps the structure of tenants as it is until the transaction of `client` ends, where nobody is changing it.
 * @returns the tenants that are kept; at the others somebody is at work
 */
export async function keepPlanes(client: ClientBase, tenantIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select id from unnest($2::text[]) id where pg_try_advisory_xact_lock_shared($1, hashtext(id))`,
    [PLANE_LOCK_SPACE, tenantIds],
  )
  return new Set(rows.map(({ id }) => id))
}
