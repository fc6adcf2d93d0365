import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadMigrations } from './migration-files.ts'
import { useTestDatabase } from './testing/test-database.ts'

const current = useTestDatabase()
const folder = fileURLToPath(new URL('../../../prisma/platform/migrations', import.meta.url))

/** Everything that shapes the control plane: columns, constraints, indexes, policies, triggers, grants, functions. */
async function describeSchema(): Promise<unknown> {
  const [row] = await current().inspect<{ description: unknown }>(`
    select json_build_object(
      'columns', (select json_agg(c order by c) from (select table_name, column_name, data_type, is_nullable, column_default
        from information_schema.columns where table_schema = 'platform') c),
      'constraints', (select json_agg(d order by d) from (select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as d
        from pg_constraint where connamespace = 'platform'::regnamespace) c),
      'indexes', (select json_agg(indexdef order by indexdef) from pg_indexes where schemaname = 'platform'),
      'policies', (select json_agg(p::text order by p::text) from pg_policies p where schemaname = 'platform'),
      'triggers', (select json_agg(pg_get_triggerdef(t.oid) order by t.tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'platform'::regnamespace and not t.tgisinternal),
      'grants', (select json_agg(g order by g) from (select relname || ' ' || coalesce(relacl::text, '') as g from pg_class
        where relnamespace = 'platform'::regnamespace and relkind = 'r') r),
      'functions', (select json_agg(f order by f) from (select pg_get_functiondef(oid) || proowner::regrole || coalesce(proacl::text, '') as f
        from pg_proc where pronamespace in ('platform'::regnamespace, 'tenant_gateway'::regnamespace)) f)
    ) as description`)
  return row?.description
}

it('every migration of the control plane can be taken back and applied again', async () => {
  const migrations = await loadMigrations('platform', folder)
  const before = await describeSchema()
  // The first one makes the schema that the ledger lies in; it goes when the database goes.
  const later = migrations.slice(1)
  const client = await current().database.pool.connect()
  try {
    await client.query('begin')
    for (const { down } of later.toReversed()) await client.query(down)
    for (const { up } of later) await client.query(up)
    await client.query('commit')
  } finally {
    client.release(true)
  }
  expect(await describeSchema()).toEqual(before)
})
