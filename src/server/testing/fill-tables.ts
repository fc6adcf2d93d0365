import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { addSample, creatableResources } from './module-records.ts'

type Inspector = Pick<TestDatabase, 'inspect'>
type Plane = { tenantId: string; schemaName: string }

/** How many rows each table of a schema has. */
export async function countRows({ inspect }: Inspector, schemaName: string): Promise<Map<string, number>> {
  const tables = await inspect<{ name: string }>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by 1`,
    [schemaName],
  )
  if (tables.length === 0) return new Map()
  const counts = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as rows from ${schemaName}.${name}`,
  )
  const rows = await inspect<{ name: string; rows: number }>(counts.join(' union all '))
  return new Map(rows.map((row) => [row.name, row.rows]))
}

/**
 * Puts a row into every table of a tenant: by the declarations where people make records, and where only the product writes,
 * by what the columns ask for.
 * @returns tables that stayed empty
 */
export async function fillTables(db: TestDatabase, tenant: CallTenant): Promise<string[]> {
  const made = new Map<string, string>()
  for (const entry of creatableResources) {
    if (!made.has(entry.resource.name)) await addSample(db, tenant, { ...entry, made })
  }
  let empty = await listEmpty(db, tenant.schemaName)
  // A row may need one of a table that is filled behind it.
  for (let isSmaller = true; isSmaller && empty.length > 0;) {
    for (const table of empty) await addRow(db, tenant, table)
    const left = await listEmpty(db, tenant.schemaName)
    isSmaller = left.length < empty.length
    empty = left
  }
  return empty
}

async function listEmpty(db: Inspector, schemaName: string): Promise<string[]> {
  return [...(await countRows(db, schemaName))].filter(([, rows]) => rows === 0).map(([name]) => name)
}

/** What a column of a type is given when nothing is known of it. */
const VALUES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  integer: '1',
  bigint: '1',
  boolean: 'true',
  date: 'current_date',
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  text: `'x'`,
  'text[]': `'{}'`,
  bytea: `'\\x00'`,
}

/** Tries to add a row; one that the table refuses is not added. */
async function addRow({ inspect }: Inspector, { tenantId, schemaName }: Plane, table: string): Promise<void> {
  const columns = await inspect<{ name: string; type: string; refers: string | null; choice: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            (select k.confrelid::regclass::text from pg_constraint k
             where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]) as refers,
            (select substring(pg_get_constraintdef(k.oid) from 'ANY \\(+ARRAY\\[''([^'']+)''') from pg_constraint k
             where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as choice
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`,
    [`${schemaName}.${table}`],
  )
  const values = columns.map(({ name, type, refers, choice }) => {
    if (name === 'tenant_id') return `'${tenantId}'`
    if (refers) return `(select id from ${refers} limit 1)`
    if (name === 'currency') return `'EUR'`
    if (name.endsWith('_hash')) return `encode(sha256(gen_random_uuid()::text::bytea), 'hex')`
    return choice ? `'${choice}'` : (VALUES[type] ?? 'null')
  })
  const names = columns.map(({ name }) => name)
  // Triggers find their tables by the path that the tenant's connections have.
  await inspect(
    `do $body$ begin
       perform set_config('search_path', '${schemaName}, pg_temp', true);
       insert into ${table} (${names.join(', ')}) values (${values.join(', ')});
     end $body$`,
  ).catch(() => undefined)
}
