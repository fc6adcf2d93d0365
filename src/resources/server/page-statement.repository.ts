import type { Statement } from '#src/db/server/run-query.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { searchWords } from '#src/shared/search-words.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import { requireResource } from '../define-module.ts'
import { mayBeEmpty } from '../fields/field.ts'
import type { FilterTest } from '../fields/filter.ts'
import type { ListQuery } from '../record-schemas.ts'
import { deepPage, nearPage, searchedPage } from './page-forms.repository.ts'
import { ALIAS, recordSource, type RecordSource } from './record-source.repository.ts'
import type { RecordTarget } from './record-target.ts'
import { collectValues, type Bind } from './sql-values.ts'
import { columnOf, reachableRows } from './visible-rows.repository.ts'

/** To join and skip this many takes no longer than to plan a way around it. */
const NEAR_ROWS = 100

/** One statement for a page of records and how many there are in all, as one row of `items` and `total`. */
export function pageStatement(target: RecordTarget, asked: ListQuery): Statement {
  const { values, bind } = collectValues()
  const source = recordSource(target, bind)
  const searches = listSearches(target, asked, bind)
  const conditions = [source.visible, ...listFilters(target, asked, bind), ...searches]
  const rows = `from ${source.from} where ${conditions.join(' and ')}`
  const order = orderOf(target, asked, source)
  const limit = bind(asked.limit, 'int')
  const offset = bind(pageOffset(asked), 'int')
  const isDeep = pageOffset(asked) > NEAR_ROWS
  const formOf = searches.length > 0 ? searchedPage : isDeep ? deepPage : nearPage
  const { chain, count } = formOf({ source, rows, order, slice: `limit ${limit} offset ${offset}` })
  // A page that is neither full nor empty tells the total by itself; the count is not even begun then.
  const text = `with ${chain}
    select coalesce(json_agg(page), '[]') as items,
      case when count(*) < ${limit} and (count(*) > 0 or ${offset} = 0) then ${offset} + count(*)::int
        else (${count}) end as total
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
function listSearches(target: RecordTarget, { q = '' }: ListQuery, bind: Bind): string[] {
  const { search } = target.resource
  if (search.length === 0) return []
  const words = searchWords(q)
  return words.map((word) => `(${search.map((name) => standsIn(target, name, { word, bind })).join(' or ')})`)
}

/** The word stands in a field, or in the label of the record it refers to, as far as the caller may reach that. */
function standsIn(
  { module, resource, ownerId }: RecordTarget,
  name: string,
  { word, bind }: { word: string; bind: Bind },
): string {
  const column = columnOf(ALIAS, name)
  const field = resource.fields[name]
  if (field?.kind !== 'reference') return contains(column, word, bind)
  const referred = requireResource(module, field.to)
  const reachable = reachableRows({ module, resource: referred, ownerId }, { alias: 's', bind })
  // Not the label that is joined: this way each label is looked at once, however many records refer to it.
  return `exists (select from ${quoteIdentifier(referred.table)} s where s.id = ${column} and ${reachable}
    and ${contains(columnOf('s', referred.labelField), word, bind)})`
}

/**
 * Upper and lower case alike; the wildcards of patterns are taken literally. The same as `ilike`, which however
 * lowers each text every time it is asked; a text in lower case is something an index can hold.
 */
function contains(column: string, text: string, bind: Bind): string {
  const pattern = bind(`%${containsPattern(text)}%`, 'text')
  return `lower(${column} collate "und-x-icu") like lower(${pattern} collate "und-x-icu")`
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
