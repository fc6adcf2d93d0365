import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { requireResource } from '../define-module.ts'
import { snakeCase } from '../naming.ts'
import { ownField } from '../own.ts'
import type { RecordTarget } from './record-target.ts'
import type { Bind } from './sql-values.ts'

/** The column of a field, below the alias of its table. */
export function columnOf(alias: string, fieldName: string): string {
  return `${alias}.${quoteIdentifier(snakeCase(fieldName))}`
}

/** The condition every query of records carries: they exist, and the caller may reach them. */
export function visibleRows(target: RecordTarget, { alias, bind }: { alias: string; bind: Bind }): string {
  return `${alias}.deleted_at is null and ${reachableRows(target, { alias, bind })}`
}

/** The same for records that were deleted as well: their labels are still shown where others refer to them. */
export function reachableRows(target: RecordTarget, { alias, bind }: { alias: string; bind: Bind }): string {
  if (target.ownerId === null) return 'true'
  // A value that no condition uses would make PostgreSQL refuse the statement.
  if (target.resource.own === null) return 'false'
  return ownRows(target, { alias, owner: bind(target.ownerId, 'uuid') })
}

type Owned = {
  alias: string
  /** an SQL expression: id of the person */ owner: string
  schema?: string | undefined
}

/** Which rows belong to a person, by the declaration; none of a resource that declares nothing. */
export function ownRows(
  { module, resource }: Pick<RecordTarget, 'module' | 'resource'>,
  { alias, owner, schema }: Owned,
): string {
  const { own, fields } = resource
  if (own === null) return 'false'
  const column = columnOf(alias, ownField(own))
  const field = fields[ownField(own)]
  if ('field' in own || field?.kind !== 'reference') return `${column} = ${owner}`
  const through = requireResource(module, field.to)
  const inner = quoteIdentifier(`own_${through.table}`)
  const table = [schema, through.table]
    .filter((part) => part !== undefined)
    .map(quoteIdentifier)
    .join('.')
  const condition = ownRows({ module, resource: through }, { alias: inner, owner, schema })
  return `exists (select from ${table} ${inner} where ${inner}.id = ${column} and ${condition})`
}
