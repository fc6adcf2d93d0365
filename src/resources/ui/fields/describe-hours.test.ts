import { expect, test } from 'vitest'
import { describeHours } from './describe-hours.ts'

const day = [{ from: '09:00', to: '17:00' }]

test('days in a row with the same hours are drawn together', () => {
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day }
  expect(describeHours(week)).toBe('Mon–Fri 09:00–17:00')
})

test('a free day parts them, and a day may have several spans', () => {
  const split = [...day, { from: '18:00', to: '24:00' }]
  expect(describeHours({ monday: day, wednesday: day, sunday: split })).toBe(
    'Mon 09:00–17:00; Wed 09:00–17:00; Sun 09:00–17:00, 18:00–24:00',
  )
})

test('a week without hours says nothing', () => {
  expect(describeHours({})).toBe('')
  expect(describeHours({ monday: [] })).toBe('')
})
