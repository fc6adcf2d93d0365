import type { ClientBase } from 'pg'

/** An index by its name. One that a build has left half way is there, but not valid. */
export async function findIndex(
  client: ClientBase,
  { schema, index }: { schema: string; index: string },
): Promise<{ isValid: boolean } | undefined> {
  const { rows } = await client.query<{ isValid: boolean }>(
    `select i.indisvalid and i.indisready as "isValid"
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2`,
    [schema, index],
  )
  return rows[0]
}
