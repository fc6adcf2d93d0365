import { expect, test } from 'vitest'
import { dayAt, firstNameOf, greetingAt } from './greeting.ts'

test('the greeting follows the tenant’s clock', () => {
  const moment = new Date('2026-11-20T23:30:00Z')
  expect(greetingAt(moment, 'Europe/London')).toBe('Good evening')
  expect(greetingAt(moment, 'Asia/Tokyo')).toBe('Good morning')
  expect(greetingAt(moment, 'America/Los_Angeles')).toBe('Good afternoon')
  expect(dayAt(moment, 'Asia/Tokyo')).toBe('Saturday, 21 November 2026')
})

test.each([
  ['2026-06-01T04:59:00Z', 'Good evening'],
  ['2026-06-01T05:00:00Z', 'Good morning'],
  ['2026-06-01T12:00:00Z', 'Good afternoon'],
  ['2026-06-01T18:00:00Z', 'Good evening'],
  ['2026-06-01T00:00:00Z', 'Good evening'],
])('%s is %s', (moment, greeting) => {
  expect(greetingAt(new Date(moment), 'UTC')).toBe(greeting)
})

test('people are called by their first name', () => {
  expect(firstNameOf('  Ada  Groom')).toBe('Ada')
  expect(firstNameOf('')).toBe('')
})
