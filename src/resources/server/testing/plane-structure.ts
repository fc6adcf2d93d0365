import type { TestDatabase } from '#src/db/server/testing/test-database.ts'

/**
 * Everything that makes the schema of a tenant what it is, one line each: columns, constraints, indexes, policies, triggers,
 * functions and rights. Names of the tenant's own are replaced, so that two tenants can be compared.
 */
export async function readPlaneStructure(
  { inspect }: Pick<TestDatabase, 'inspect'>,
  { schemaName, roleName }: { schemaName: string; roleName: string },
): Promise<string[]> {
  const rows = await inspect<{ line: string }>(
    `select line from (
       select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
              || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relnamespace = $1::text::regnamespace and c.relkind = 'r'
       union all
       select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = $1::text::regnamespace and contype <> 'n'
       union all select 'index ' || indexdef from pg_indexes where schemaname = $1::text
       union all
       select 'policy ' || tablename || ' ' || policyname || ' ' || permissive || ' ' || roles::text || ' '
              || coalesce(qual, '') || ' ' || coalesce(with_check, '')
       from pg_policies where schemaname = $1::text
       union all
       select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where c.relnamespace = $1::text::regnamespace and not t.tgisinternal
       union all
       select 'function ' || pg_get_functiondef(oid) || ' ' || proowner::regrole from pg_proc
       where pronamespace = $1::text::regnamespace
       union all
       select 'rights ' || relname || ' ' || relrowsecurity || relforcerowsecurity || ' ' || coalesce(relacl::text, '')
       from pg_class where relnamespace = $1::text::regnamespace and relkind = 'r'
     ) lines order by line`,
    [schemaName],
  )
  return rows
    .map(({ line }) => line.replaceAll(roleName, '<role>').replaceAll(schemaName, '<schema>'))
    .toSorted()
}
