import type { ClientBase } from 'pg'

/** A table of a tenant's schema as the catalog knows it. */
export type CatalogTable = {
  name: string
  forced: boolean
  hasPolicy: boolean
  /** binds queries made for one person: to rows that are theirs, or (`closed`) to none */
  ownPolicy: 'none' | 'closed' | 'open'
  hasTenantId: boolean
  /** a policy that lets rows be seen was made or changed by the transaction that asks */
  isTouched: boolean
}

/** Name of the policy that every tenant table carries. */
export const TENANT_POLICY = 'tenant_rows'
/** Name of the one that binds queries made for a client to the rows that are theirs. */
export const OWN_POLICY = 'own_rows'

/** All tables of a schema and how far they are locked to their tenant. */
export async function listTables(client: ClientBase, schema: string): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>({
    name: 'list_tables',
    text: `select c.relname as name,
            c.relrowsecurity and c.relforcerowsecurity as forced,
            exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $2) as "hasPolicy",
            exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as "hasTenantId",
            coalesce((select case when pg_get_expr(p.polqual, p.polrelid) like '%OR false)' then 'closed' else 'open' end
                      from pg_policy p where p.polrelid = c.oid and p.polname = $3), 'none') as "ownPolicy",
            -- Parts of a transaction behind a savepoint have younger numbers than the transaction itself.
            exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
                    and age(p.xmin) <= age(pg_current_xact_id()::xid)) as "isTouched"
     -- By what depends on the schema: pg_class has no index that begins with it, and knows every table of every tenant.
     from pg_depend d join pg_class c on c.oid = d.objid
     where d.refclassid = 'pg_namespace'::regclass and d.refobjid = $1::regnamespace
       and d.classid = 'pg_class'::regclass and c.relkind in ('r', 'p')
     order by c.relname`,
    values: [schema, TENANT_POLICY, OWN_POLICY],
  })
  return rows
}

/** What of a tenant's plane exists; nothing may after a run that failed. */
export async function findRemains(
  client: ClientBase,
  { schemaName, roleName }: { schemaName: string; roleName: string },
): Promise<{ schema: boolean; role: boolean }> {
  const { rows } = await client.query<{ schema: boolean; role: boolean }>(
    `select exists (select from pg_namespace where nspname = $1) as schema,
            exists (select from pg_roles where rolname = $2) as role`,
    [schemaName, roleName],
  )
  return rows[0] ?? { schema: false, role: false }
}

/** What the tenant's role can reach beyond its own schema, by the catalog's own account. */
export async function listForeignRights(
  client: ClientBase,
  { schemaName, roleName }: { schemaName: string; roleName: string },
): Promise<string[]> {
  const { rows } = await client.query<{ reach: string }>({
    name: 'list_foreign_rights',
    text: `select 'schema ' || n.nspname as reach
     from pg_namespace n
     where n.nspname in ('platform', 'graphile_worker', 'public')
       and (has_schema_privilege($1, n.oid, 'CREATE')
            or (n.nspname <> 'public' and has_schema_privilege($1, n.oid, 'USAGE')))
     union all
     select 'neighbour ' || n.nspname
     from (select nspname, oid from pg_namespace
           where nspname like 't\\_%' and nspname <> $2 order by oid desc limit 3) n
     where has_schema_privilege($1, n.oid, 'USAGE')
     union all
     select 'role ' || r.rolname
     from pg_auth_members m join pg_roles r on r.oid = m.roleid
     where m.member = (select oid from pg_roles where rolname = $1)`,
    values: [roleName, schemaName],
  })
  return rows.map(({ reach }) => reach)
}
