import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { requireResource } from '../define-module.ts'
import { referenceKey } from '../naming.ts'
import type { RecordTarget } from './record-target.ts'
import type { Bind } from './sql-values.ts'
import { columnOf, reachableRows, visibleRows } from './visible-rows.repository.ts'

/** The table of a record in every statement. */
export const ALIAS = 'r'

/** What a query of records reads from: the table, and the records it refers to for their labels. */
export type RecordSource = {
  from: string
  /** only records that exist and that the caller may reach */
  visible: string
  /** the columns a record in an answer is made of, under the names of its fields */
  columns: string
  /** the words a field is searched and sorted by: its column, or the label of the record it refers to */
  labelOf: (fieldName: string) => string
}

/** Where the records of a target are read from. References the caller may not reach have no label. */
export function recordSource(target: RecordTarget, bind: Bind): RecordSource {
  const { module, resource, ownerId } = target
  const labels = new Map<string, string>()
  const joins: string[] = []
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'reference') continue
    const referred = requireResource(module, field.to)
    const alias = `j${joins.length}`
    const reachable = reachableRows({ module, resource: referred, ownerId }, { alias, bind })
    const table = quoteIdentifier(referred.table)
    joins.push(`left join ${table} ${alias} on ${alias}.id = ${columnOf(ALIAS, name)} and ${reachable}`)
    labels.set(name, columnOf(alias, referred.labelField))
  }
  const names = ['id', ...Object.keys(resource.fields), 'createdAt', 'updatedAt']
  return {
    from: [`${quoteIdentifier(resource.table)} ${ALIAS}`, ...joins].join(' '),
    visible: visibleRows(target, { alias: ALIAS, bind }),
    columns: [
      ...names.map((name) => `${columnOf(ALIAS, name)} as ${quoteIdentifier(name)}`),
      ...[...labels].map(([name, label]) => `${label} as ${quoteIdentifier(referenceKey(name))}`),
    ].join(', '),
    labelOf: (name) => labels.get(name) ?? columnOf(ALIAS, name),
  }
}
