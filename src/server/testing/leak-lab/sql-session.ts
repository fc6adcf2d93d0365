import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'

/** What came of a statement: the SQLSTATE that refused it, or all that it answered. */
export type SqlAnswer = { refused: string } | { refused: null; text: string; rowCount: number }

/** Runs a statement in a transaction of the tenant's scope, and takes back what it did unless it is to `keep` it. */
export async function trySql(
  client: pg.ClientBase,
  tenant: TenantPlacement,
  { statement, keep = false }: { statement: string; keep?: boolean },
): Promise<SqlAnswer> {
  const { roleName: role, schemaName: schema, tenantId } = tenant
  await client.query(openStatement({ role, schema, tenantId }))
  try {
    const result = await client.query(statement)
    const results: pg.QueryResult[] = Array.isArray(result) ? result : [result]
    const rowCount = Math.max(...results.map((one) => one.rowCount ?? 0))
    return { refused: null, text: JSON.stringify(results.map(({ rows }) => rows as unknown)), rowCount }
  } catch (error) {
    return { refused: error instanceof pg.DatabaseError ? (error.code ?? '?') : String(error) }
  } finally {
    await client.query(keep ? 'commit' : 'rollback')
  }
}

/** @property drop takes the role back, which belongs to the server and would outlive the database */
export type NarrowLogin = { client: pg.Client; drop: () => Promise<void> }

/**
 * A connection of somebody who can become one tenant's role and nothing else. The application's own login can
 * become every tenant's: what a role may do shows only without it.
 */
export async function openNarrowLogin(db: TestDatabase, { roleName }: TenantPlacement): Promise<NarrowLogin> {
  const name = `lab_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await db.inspect(`create role ${name} login noinherit password '${password}'`)
  await db.inspect(`grant ${quoteIdentifier(roleName)} to ${name} with inherit false, set true`)
  const url = new URL(db.url)
  url.username = name
  url.password = password
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  await client.connect()
  return {
    client,
    drop: async () => {
      await client.end()
      await db.inspect(`drop role ${name}`)
    },
  }
}
