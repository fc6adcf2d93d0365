import { expect, test } from 'vitest'
import { findPages, isId, type ConsoleHit } from './palette-results.ts'
import { readRecent, withRecent } from './recent-hits.ts'

const pages = [
  { href: '/admin/audit', label: 'Audit log' },
  { href: '/admin/tenants', label: 'Tenants' },
]
const hit = (id: string): ConsoleHit => ({
  id,
  kind: 'tenant',
  label: id,
  detail: '',
  address: `/admin/${id}`,
})

test('pages are found by any part of their name, and all are offered before anything is typed', () => {
  expect(findPages(pages, '').map(({ label }) => label)).toEqual(['Audit log', 'Tenants'])
  expect(findPages(pages, 'LOG au').map(({ address }) => address)).toEqual(['/admin/audit'])
  expect(findPages(pages, 'log tenants')).toEqual([])
})

test('an id is told from words', () => {
  expect(isId('019eae1c-52ac-7d63-b263-a68d38e1f0a1')).toBe(true)
  expect(isId('019eae1c')).toBe(false)
})

test('the newest choice stands first, each once, and only some are kept', () => {
  const text = ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g'].reduce((kept, id) => withRecent(kept, hit(id)), '')
  expect(readRecent(text).map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd', 'c', 'a'])
})

test('what was stored by somebody else leads nowhere', () => {
  expect(readRecent('nonsense')).toEqual([])
  const foreign = { ...hit('a'), address: 'https://elsewhere.test' }
  expect(readRecent(JSON.stringify([foreign]))).toEqual([])
})
