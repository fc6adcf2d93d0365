import { expect, test } from 'vitest'
import { describeOccupancy, shareOf, sumNights, toShareRows } from './occupancy-rows.ts'

const months = [
  { month: '2026-06', bookedNights: 15, availableNights: 30 },
  { month: '2026-07', bookedNights: 31, availableNights: 31 },
  { month: '2026-08', bookedNights: 0, availableNights: 0 },
]

test('a month in which nothing was to let has no share, which is not the same as none', () => {
  expect(months.map(shareOf)).toEqual([0.5, 1, null])
  expect(toShareRows(months).map(({ label, values }) => [label, values['share']])).toEqual([
    ['June 2026', 0.5],
    ['July 2026', 1],
    ['August 2026', null],
  ])
})

test('a year is the sum of its nights, not the mean of its months', () => {
  expect(sumNights(months)).toEqual({ bookedNights: 46, availableNights: 61 })
  expect(describeOccupancy(months, '2026')).toBe(
    '75 % of the nights of 2026 are booked, most of them in July 2026 with 100 %.',
  )
})

test('an empty year says why it is empty', () => {
  expect(describeOccupancy(months.slice(2), '2026')).toBe('Nothing was to let in 2026.')
  expect(describeOccupancy([{ month: '2026-06', bookedNights: 0, availableNights: 30 }], '2026')).toBe(
    'No night is booked in 2026.',
  )
})
