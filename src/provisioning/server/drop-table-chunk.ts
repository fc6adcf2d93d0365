import type { ClientBase } from 'pg'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'

/** Tables of one transaction: each takes a lock for itself and for each of its indexes, and those are counted. */
const CHUNK = 20

/**
 * Drops some of the tables of a schema, in the transaction of `client` (owner).
 * @returns how many there were; 0 when none is left
 */
export async function dropTableChunk(client: ClientBase, schemaName: string): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') order by c.relname limit $2`,
    [schemaName, CHUNK],
  )
  const tables = rows.map(({ name }) => `${quoteIdentifier(schemaName)}.${quoteIdentifier(name)}`)
  // A table may have gone with the one before it in the same statement.
  if (tables.length > 0) await client.query(`drop table if exists ${tables.join(', ')} cascade`)
  return tables.length
}
