import type { RunQuery } from '#src/db/server/run-query.ts'
import type { TableUsage } from '../../tenant-usage.ts'

/**
 * Rows and bytes of all tables of a schema, from the catalog alone: no table is read. Rows are what the statistics of
 * the database know, or what it counted when it last looked at the table where they were lost in a crash.
 */
export async function listTableSizes(query: RunQuery, schemaName: string): Promise<TableUsage[]> {
  return query<TableUsage>({
    text: `select c.relname as name,
                  greatest(coalesce(nullif(pg_stat_get_live_tuples(c.oid), 0), c.reltuples), 0)::float8 as rows,
                  coalesce(pg_table_size(c.oid), 0)::float8 as "tableBytes",
                  coalesce(pg_indexes_size(c.oid), 0)::float8 as "indexBytes"
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = $1 and c.relkind = 'r'
           order by c.relname`,
    values: [schemaName],
  })
}
