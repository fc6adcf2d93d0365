import { expect, test } from 'vitest'
import { defineResource } from '../../define-resource.ts'
import { member } from '../../fields/member.ts'
import { text } from '../../fields/text.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { csvRecord } from './csv.ts'
import { listPeople } from './people-of-records.ts'

const boats = defineResource({
  name: 'boats',
  singular: 'boat',
  description: 'Boats.',
  icon: 'ship',
  fields: {
    name: text({ label: 'Name', required: true }),
    skipperId: member({ label: 'Skipper' }),
    mateId: member({ label: 'Mate' }),
  },
  columns: ['name'],
})

const time = '2026-01-02T03:04:05.000Z'
const boat: AnyRecord = {
  id: 'b',
  name: 'Ida',
  skipperId: 'p1',
  mateId: null,
  createdAt: time,
  updatedAt: time,
}

test('people are asked for once each, and empty places not at all', () => {
  expect(listPeople(boats, [boat, { ...boat, mateId: 'p2' }])).toEqual(['p1', 'p2'])
})

test('a file has the names of people, not their ids', () => {
  const settings = { timeZone: 'UTC', currency: 'EUR', people: new Map([['p1', 'Ada Byron']]) }
  expect(csvRecord(boats, boat, settings)).toBe(`Ida,Ada Byron,,${time},${time}\r\n`)
})
