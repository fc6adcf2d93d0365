import type { Statement } from '#src/db/server/run-query.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import { mayBeEmpty } from '../fields/field.ts'
import type { FilterTest } from '../fields/filter.ts'
import type { ListQuery } from '../record-schemas.ts'
import { ALIAS, recordSource, type RecordSource } from './record-source.repository.ts'
import type { RecordTarget } from './record-target.ts'
import { collectValues, type Bind } from './sql-values.ts'
import { columnOf } from './visible-rows.repository.ts'

/** More words than this only make a search slower. */
const MAX_WORDS = 8

/** One statement for a page of records and how many there are in all, as one row of `items` and `total`. */
export function pageStatement(target: RecordTarget, asked: ListQuery): Statement {
  const { values, bind } = collectValues()
  const source = recordSource(target, bind)
  const conditions = [
    source.visible,
    ...listFilters(target, asked, bind),
    ...listSearches(target, asked, { source, bind }),
  ]
  const rows = `from ${source.from} where ${conditions.join(' and ')}`
  const limit = bind(asked.limit, 'int')
  const offset = bind(pageOffset(asked), 'int')
  // A page that is neither full nor empty tells the total by itself; the count is not even begun then.
  const text = `with page as materialized (
      select ${source.columns} ${rows} order by ${orderOf(target, asked, source)} limit ${limit} offset ${offset}
    )
    select coalesce(json_agg(page), '[]') as items,
      case when count(*) < ${limit} and (count(*) > 0 or ${offset} = 0) then ${offset} + count(*)::int
        else (select count(*)::int ${rows}) end as total
    from page`
  return { text, values }
}

function listFilters({ resource }: RecordTarget, asked: ListQuery, bind: Bind): string[] {
  return Object.entries(resource.fields).flatMap(([name, { columnType, filter }]) =>
    filter.parameters.flatMap(({ suffix, test }) => {
      const value = asked[`${name}${suffix}`]
      if (value === undefined) return []
      return [compare[test](columnOf(ALIAS, name), { value, type: bareType(columnType), bind })]
    }),
  )
}

/** The type without its bounds: what is compared may lie outside of them. */
function bareType(columnType: string): string {
  return columnType.replace(/\(.*\)/, '')
}

type Compared = { value: unknown; type: string; bind: Bind }

const compare: Record<FilterTest, (column: string, compared: Compared) => string> = {
  contains: (column, { value, bind }) => contains(column, String(value), bind),
  'one-of': (column, { value, type, bind }) => `${column} = any(${bind(value, `${type}[]`)})`,
  equals: (column, { value, type, bind }) => `${column} = ${bind(value, type)}`,
  from: (column, { value, type, bind }) => `${column} >= ${bind(value, type)}`,
  to: (column, { value, type, bind }) => `${column} <= ${bind(value, type)}`,
  has: (column, { value, bind }) => `${column} @> ${bind([value], 'text[]')}`,
}

/** Every word of `q` must stand in one of the fields that are searched. */
function listSearches(
  { resource }: RecordTarget,
  { q = '' }: ListQuery,
  { source, bind }: { source: RecordSource; bind: Bind },
): string[] {
  if (resource.search.length === 0) return []
  const words = q.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)
  return words.map(
    (word) => `(${resource.search.map((name) => contains(source.labelOf(name), word, bind)).join(' or ')})`,
  )
}

/** Upper and lower case alike; the wildcards of patterns are taken literally. */
function contains(column: string, text: string, bind: Bind): string {
  return `${column} ilike ${bind(`%${containsPattern(text)}%`, 'text')}`
}

/** The order asked for, or the resource's own; equal records follow their age, so that pages never overlap. */
function orderOf({ resource }: RecordTarget, { sortBy, order }: ListQuery, source: RecordSource): string {
  const { sort } = resource
  const by = sortBy ?? sort.by
  const direction = (order ?? (sortBy === undefined ? sort.order : 'asc')) === 'desc' ? 'desc' : 'asc'
  const field = resource.fields[by]
  const isNullable = field !== undefined && mayBeEmpty(field)
  return `${source.labelOf(by)} ${direction}${isNullable ? ' nulls last' : ''}, ${ALIAS}.id ${direction}`
}
