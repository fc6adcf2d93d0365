import type { ClientBase } from 'pg'
import type { WarmSchema } from './prepared-plane.ts'

/** A schema of the pool as it stands. */
export type WarmRow = {
  id: string
  schemaName: string
  roleName: string
  modules: string[]
  fingerprint: string
  isDraining: boolean
}

/** All of them, oldest first (platform scope). */
export async function listWarmSchemas(client: ClientBase): Promise<WarmRow[]> {
  const { rows } = await client.query<WarmRow>(
    `select id, schema_name as "schemaName", role_name as "roleName", modules, fingerprint, is_draining as "isDraining"
     from platform.warm_schemas order by built_at, id`,
  )
  return rows
}

/** Writes down that a schema waits (platform scope). */
export async function insertWarmSchema(
  client: ClientBase,
  {
    id,
    schemaName,
    roleName,
    modules,
    fingerprint,
    buildMs,
  }: Omit<WarmRow, 'isDraining'> & { buildMs: number },
): Promise<void> {
  await client.query(
    `insert into platform.warm_schemas (id, schema_name, role_name, modules, fingerprint, build_ms, tables)
     select $1, $2::text, $3, $4, $5, $6, count(*) from pg_class where relnamespace = $2::text::regnamespace and relkind in ('r', 'p')`,
    [id, schemaName, roleName, modules, fingerprint, buildMs],
  )
}

/**
 * Takes out the schema that saves most of the work (platform scope): the largest set among the wanted modules. Those that others
 * are just taking or dropping are passed over; a rollback puts it back.
 */
export async function takeWarmSchema(
  client: ClientBase,
  { modules, fingerprint }: { modules: readonly string[]; fingerprint: string },
): Promise<(WarmSchema & Pick<WarmRow, 'schemaName' | 'roleName'>) | null> {
  const { rows } = await client.query<WarmSchema & Pick<WarmRow, 'schemaName' | 'roleName'>>(
    `delete from platform.warm_schemas where id = (
       select id from platform.warm_schemas
       where not is_draining and fingerprint = $1 and modules <@ $2::text[]
       order by tables desc, built_at, id limit 1 for update skip locked)
     returning id, schema_name as "schemaName", role_name as "roleName", modules, tables`,
    [fingerprint, modules],
  )
  return rows[0] ?? null
}

/** Nobody takes it from here on (platform scope). @returns false when somebody is just taking it */
export async function markDraining(client: ClientBase, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `update platform.warm_schemas set is_draining = true
     where id = (select id from platform.warm_schemas where id = $1 for update skip locked)`,
    [id],
  )
  return rowCount === 1
}

export async function deleteWarmSchema(client: ClientBase, id: string): Promise<void> {
  await client.query('delete from platform.warm_schemas where id = $1', [id])
}
