import type { ClientBase } from 'pg'

/** A schema or a role that is named like a tenant's and belongs to none. */
export type Orphan = { kind: 'schema' | 'role'; name: string; owner: string | null; objects: number }

/**
 * Schemas and roles that no tenant of this installation has, and that wait for none (platform scope). Roles are of the whole server: one that has
 * anything in another database is another installation's.
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
            (select count(*)::int from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid)
     from pg_roles r
     where r.rolname ~ '^berth_t_[0-9a-f]{32}$'
       and not exists (select from platform.tenants t where t.role_name = r.rolname
                       and t.status in ('trial', 'active', 'suspended', 'cancelled'))
       and not exists (select from platform.warm_schemas w where w.role_name = r.rolname)
       and not exists (select from pg_shdepend d join pg_database o on o.oid = d.dbid
                       where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and o.datname <> current_database())
     order by 1, 2`,
  )
  return rows
}
