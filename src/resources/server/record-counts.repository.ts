import type { RunQuery } from '#src/db/server/run-query.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { RecordTarget } from './record-target.ts'
import { collectValues } from './sql-values.ts'
import { visibleRows } from './visible-rows.repository.ts'

const ALIAS = 'r'

/** How many records of each resource the caller may reach, by its name, in one query. */
export async function countRecords(
  query: RunQuery,
  targets: readonly RecordTarget[],
): Promise<Record<string, number>> {
  if (targets.length === 0) return {}
  const { values, bind } = collectValues()
  const counts = targets.map((target) => {
    const table = quoteIdentifier(target.resource.table)
    const condition = visibleRows(target, { alias: ALIAS, bind })
    return `(select count(*)::int from ${table} ${ALIAS} where ${condition}) as ${table}`
  })
  const rows = await query<Record<string, number>>({ text: `select ${counts.join(', ')}`, values })
  return Object.fromEntries(targets.map(({ resource: { name, table } }) => [name, rows[0]?.[table] ?? 0]))
}
