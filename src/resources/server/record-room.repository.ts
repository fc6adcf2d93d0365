import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'

/** First key of the advisory locks of counts, apart from other uses of advisory locks. */
const COUNT_LOCK_SPACE = 7_203_119

/**
 * Bytes that a row of any tenant table takes at least: its header and its place in the page (28), two ids (32) and
 * two times (16).
 */
const LEAST_ROW_BYTES = 76

/**
 * How many records a table holds, deleted ones left out; never more than `limit`, where counting stops. A table that
 * is too small to hold `limit - margin` rows is not counted at all, and answers 0.
 */
export async function countBounded(
  tx: TenantTx,
  { table, limit, margin }: { table: string; limit: number; margin: number },
): Promise<number> {
  const name = quoteIdentifier(table)
  const text = `select case when pg_relation_size($1::text::regclass) / ${LEAST_ROW_BYTES} + $2::int < $3::int then 0
    else (select count(*)::int from (select from ${name} where deleted_at is null limit $3::int) kept) end as count`
  const [row] = await queryIn(tx)<{ count: number }>({ text, values: [name, margin, limit] })
  return row?.count ?? 0
}

/** Waits until nobody else who adds records to the table is between counting and storing. */
export async function lockCount(
  tx: TenantTx,
  { tenantId, table }: { tenantId: string; table: string },
): Promise<void> {
  const text = 'select pg_advisory_xact_lock($1::int, hashtext($2)) is null as done'
  await queryIn(tx)({ text, values: [COUNT_LOCK_SPACE, `${tenantId} ${table}`] })
}
