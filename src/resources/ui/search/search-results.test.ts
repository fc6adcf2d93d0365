import { expect, test } from 'vitest'
import { dogs, keepers, rex } from '../testing/kennel.ts'
import { findPlaces, groupRecords } from './search-results.ts'

const targets = [dogs, keepers].map((resource) => ({ moduleId: 'kennel', resource }))

test('pages are offered before anything is typed', () => {
  expect(findPlaces(targets, '', () => true).hits.map((hit) => hit.label)).toEqual(['Dogs', 'Keepers'])
})

test('every typed word must be in the name of a page or form', () => {
  expect(findPlaces(targets, 'add kee', () => true).hits.map((hit) => hit.address)).toEqual([
    '/kennel/keepers/new',
  ])
  expect(findPlaces(targets, 'add', () => false).hits).toEqual([])
})

test('records are grouped by kind, and kinds that found nothing are left out', () => {
  const page = { items: [rex], total: 1, page: 1, limit: 4 }
  const groups = groupRecords(targets, [page, undefined], { timeZone: 'UTC', currency: 'EUR' })
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({
    label: 'Dogs',
    hits: [{ label: 'Rex', address: `/kennel/dogs/${rex.id}` }],
  })
})
