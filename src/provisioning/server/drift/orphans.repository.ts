import type { ClientBase } from 'pg'

/** A schema or a role that is named like a tenant's and belongs to none. */
export type Orphan = { kind: 'schema' | 'role'; name: string; owner: string | null; objects: number }

/**
 * Schemas and roles that no tenant of this installation has, and that wait for none (platform scope). Roles are of the
 * whole server, which may serve other installations: one counts if it owns or may reach anything in this database.
 */
export async function listOrphans(client: ClientBase): Promise<Orphan[]> {
  const { rows } = await client.query<Orphan>(
    `select 'schema' as kind, n.nspname::text as name, n.nspowner::regrole::text as owner,
            (select count(*)::int from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p')) as objects
     from pg_namespace n
     where n.nspname ~ '^t_[0-9a-f]{32}$'
       and not exists (select from platform.tenants t where t.schema_name = n.nspname
                       and t.status in ('trial', 'active', 'suspended', 'cancelled'))
       and not exists (select from platform.warm_schemas w where w.schema_name = n.nspname)
     union all
     select 'role', r.rolname::text, null,
            d.objects
     from pg_roles r
       cross join lateral (select count(*)::int as objects from pg_shdepend s
                           where s.refclassid = 'pg_authid'::regclass and s.refobjid = r.oid
                             and s.dbid = (select o.oid from pg_database o where o.datname = current_database())) d
     where r.rolname ~ '^berth_t_[0-9a-f]{32}$'
       and not exists (select from platform.tenants t where t.role_name = r.rolname
                       and t.status in ('trial', 'active', 'suspended', 'cancelled'))
       and not exists (select from platform.warm_schemas w where w.role_name = r.rolname)
       and d.objects > 0
     order by 1, 2`,
  )
  return rows
}
