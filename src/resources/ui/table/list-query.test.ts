import { expect, test } from 'vitest'
import { parseTableState } from '#src/ui/data-table/table-state.ts'
import { listSchema } from '../../record-schemas.ts'
import { dogs } from '../testing/kennel.ts'
import { columnNames, isNarrowed, tableDefaults, toListQuery } from './list-query.ts'

function stateOf(query: string) {
  return parseTableState(new URLSearchParams(query), tableDefaults(dogs))
}

test('the declared columns come first and the others are there to be chosen', () => {
  const names = columnNames(dogs)
  expect(names.slice(0, 4)).toEqual(['name', 'keeperId', 'weight', 'feeCents'])
  expect(names).not.toContain('notes')
  expect(stateOf('').hidden).toEqual(names.slice(4))
})

test('an address without a query asks for the resource’s own order', () => {
  expect(toListQuery(dogs, stateOf(''))).toEqual({ page: 1, limit: 20, sortBy: 'name', order: 'asc' })
})

test('search and filters are sent, and the server takes them', () => {
  const query = toListQuery(dogs, stateOf('q=+re+&size=small,large&weightTo=20&unknown=1'))
  expect(query).toMatchObject({ q: 're', size: 'small,large', weightTo: '20' })
  expect(query).not.toHaveProperty('unknown')
  expect(listSchema(dogs).safeParse(query).success).toBe(true)
})

test('an order the list does not have is left out', () => {
  expect(toListQuery(dogs, stateOf('sortBy=tricks'))).not.toHaveProperty('sortBy')
  expect(toListQuery(dogs, stateOf('sortBy=updatedAt&order=desc'))).toMatchObject({
    sortBy: 'updatedAt',
    order: 'desc',
  })
})

test('a search of nothing but space narrows nothing', () => {
  expect(isNarrowed(stateOf('q=+'))).toBe(false)
  expect(isNarrowed(stateOf('size=small'))).toBe(true)
})
