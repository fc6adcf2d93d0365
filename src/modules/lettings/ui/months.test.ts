import { expect, test } from 'vitest'
import { addMonths, isMonth, isYear, nightsOf } from './months.ts'

test('months go over the turn of the year, both ways', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-01', 14)]).toEqual([
    '2027-01',
    '2025-12',
    '2027-03',
  ])
})

test('a month has the nights up to the first of the next', () => {
  expect(nightsOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-03-01', count: 29 })
  expect(nightsOf('2026-12').to).toBe('2027-01-01')
})

test('what an address carries is a month, or none', () => {
  expect(['2026-07', '2026-13', '2026-7', '0026-07', ''].map(isMonth)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(['2026', '1', '99999'].map(isYear)).toEqual([true, false, false])
})
