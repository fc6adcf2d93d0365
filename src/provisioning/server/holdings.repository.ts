import type { ClientBase } from 'pg'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { PLATFORM_ROLE, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { findRemains } from './tenant-catalog.repository.ts'

/** What a tenant has, as the audit log tells of it when it is gone. */
export type Holdings = {
  tables: number
  /** rows in these tables, deleted ones included */
  rows: number
  /** bytes of the tables with their indexes */
  bytes: number
  files: number
  fileBytes: number
  /** everybody who ever was of the team, and clients */
  people: number
}

/** Counts everything that a tenant has, in a transaction of the platform's scope. */
export async function countHoldings(client: ClientBase, tenant: TenantPlacement): Promise<Holdings> {
  const { rows } = await client.query<Pick<Holdings, 'files' | 'fileBytes' | 'people'>>(
    `select count(*)::int as files, coalesce(sum(size), 0)::float8 as "fileBytes",
       (select count(*)::int from platform.users where tenant_id = $1) as people
     from platform.files where tenant_id = $1`,
    [tenant.tenantId],
  )
  const plane = await countPlane(client, tenant)
  return { ...plane, files: 0, fileBytes: 0, people: 0, ...rows[0] }
}

type Table = { name: string; bytes: number; isReadable: boolean }

async function countPlane(
  client: ClientBase,
  { tenantId, schemaName, roleName }: TenantPlacement,
): Promise<Pick<Holdings, 'tables' | 'rows' | 'bytes'>> {
  const remains = await findRemains(client, { schemaName, roleName })
  if (!remains.schema || !remains.role) return { tables: 0, rows: 0, bytes: 0 }
  const { rows: tables } = await client.query<Table>(
    `select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes,
       has_table_privilege($2, c.oid, 'select') as "isReadable"
     from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`,
    [quoteIdentifier(schemaName), roleName],
  )
  const readable = tables.filter(({ isReadable }) => isReadable)
  // Only the tenant's own role sees its rows: every table forces its policy, on the owner too.
  await client.query(`set local role ${quoteIdentifier(roleName)}`)
  await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
  let rows = 0
  for (const { name } of readable)
    rows += await countRows(client, `${quoteIdentifier(schemaName)}.${quoteIdentifier(name)}`)
  await client.query(`set local role ${PLATFORM_ROLE}`)
  return { tables: tables.length, rows, bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0) }
}

async function countRows(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::float8 as count from ${table}`)
  return rows[0]?.count ?? 0
}
