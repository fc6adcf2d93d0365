import { expect, it } from 'vitest'
import { groupByModule } from './group-by-module.ts'

const salon = { id: 'salon', resources: [{ table: 'owners' }, { table: 'pets' }], tables: ['tokens'] }
const hotel = { id: 'hotel', resources: [{ table: 'rooms' }], tables: [] }
const table = (name: string, rows: number) => ({ name, rows, tableBytes: 10, indexBytes: 1 })

it('adds the tables of a module up, and keeps those of no module apart', () => {
  const tables = [table('owners', 2), table('pets', 3), table('stray', 5), table('tokens', 1)]
  const groups = groupByModule([hotel, salon], tables)
  expect(
    groups.map(({ module, rows, tableBytes, indexBytes }) => [module, rows, tableBytes, indexBytes]),
  ).toEqual([
    ['salon', 6, 30, 3],
    [null, 5, 10, 1],
  ])
  expect(groups[0]?.tables.map(({ name }) => name)).toEqual(['owners', 'pets', 'tokens'])
})
