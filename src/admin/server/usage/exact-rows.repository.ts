import type { TenantDb } from '#src/db/server/database.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'

/** Longest that counting may take, in milliseconds. */
const LIMIT_MS = 2_000

/**
 * Counts the rows of tables one by one, in the scope of their tenant.
 * @returns the rows by table, null when there was not enough time
 */
export async function countRows(
  db: TenantDb,
  tables: readonly string[],
  limitMs = LIMIT_MS,
): Promise<ReadonlyMap<string, number> | null> {
  if (tables.length === 0) return new Map()
  const counts = tables.map(
    (name, index) =>
      `select $${index + 1}::text as name, count(*)::float8 as rows from ${quoteIdentifier(name)}`,
  )
  try {
    const rows = await db.$transaction(async (tx) => {
      const query = queryIn(tx)
      await query({ text: `select set_config('statement_timeout', $1, true)`, values: [String(limitMs)] })
      return query<{ name: string; rows: number }>({ text: counts.join(' union all '), values: tables })
    })
    return new Map(rows.map((row) => [row.name, row.rows]))
  } catch (error) {
    if (sqlstateOf(error) === SQLSTATE.queryCanceled) return null
    throw error
  }
}
