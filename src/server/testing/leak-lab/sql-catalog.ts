import type { TestDatabase } from '#src/db/server/testing/test-database.ts'

/** @property name qualified and quoted @property columns those that can be written */
export type ForeignTable = { name: string; columns: string[] }
/** What lies in schemas that are not a tenant's own; functions of extensions are for everybody and hold no rows. */
export type ForeignCatalog = {
  schemas: string[]
  tables: ForeignTable[]
  sequences: string[]
  functions: string[]
}

type Inspector = Pick<TestDatabase, 'inspect'>

const FOREIGN = `n.nspname not in ($1, 'information_schema') and n.nspname not like 'pg\\_%'`

/** Reads what there is to reach for. @param own the schema that is left out */
export async function readForeignCatalog({ inspect }: Inspector, own: string): Promise<ForeignCatalog> {
  const [schemas, tables, sequences, functions] = await Promise.all([
    inspect<{ name: string }>(`select quote_ident(n.nspname) as name from pg_namespace n where ${FOREIGN}`, [
      own,
    ]),
    inspect<{ name: string; columns: string[] }>(
      `select format('%I.%I', n.nspname, c.relname) as name,
              array_agg(quote_ident(a.attname) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       where c.relkind in ('r', 'p', 'v', 'm') and ${FOREIGN}
       group by n.nspname, c.relname`,
      [own],
    ),
    inspect<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${FOREIGN}`,
      [own],
    ),
    inspect<{ name: string }>(
      `select format('%s(%s)', p.oid::regproc,
                (select string_agg('null::' || format_type(type, null), ', ') from unnest(p.proargtypes) type)) as name
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prokind = 'f' and p.prorettype <> 'trigger'::regtype and n.nspname not in ('tenant_gateway', 'extensions') and ${FOREIGN}`,
      [own],
    ),
  ])
  const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
  return { schemas: namesOf(schemas), tables, sequences: namesOf(sequences), functions: namesOf(functions) }
}
