import { expect, test } from 'vitest'
import { weeklyHours } from '../../fields/availability.ts'
import {
  addSpan,
  copyToWorkdays,
  fromEndInput,
  hasRoom,
  isSameOnWorkdays,
  toClockInput,
} from './edit-hours.ts'

test('spans can be added until the day is full, each after the last', () => {
  let spans = addSpan([])
  expect(spans).toEqual([{ from: '09:00', to: '17:00' }])
  while (hasRoom(spans)) spans = addSpan(spans)
  expect(spans.length).toBeGreaterThan(1)
  expect(spans.at(-1)?.to).toBe('24:00')
  expect(weeklyHours.safeParse({ monday: spans }).success).toBe(true)
})

test('a span is also found after one that ends a minute before midnight is refused', () => {
  expect(hasRoom([{ from: '09:00', to: '23:59' }])).toBe(false)
  expect(addSpan([{ from: '09:00', to: '23:30' }])).toEqual([
    { from: '09:00', to: '23:30' },
    { from: '23:59', to: '24:00' },
  ])
})

test('Monday is copied to the workdays, as values of their own, and the weekend stays', () => {
  const saturday = [{ from: '10:00', to: '12:00' }]
  const hours = { monday: [{ from: '08:00', to: '12:00' }], tuesday: saturday, saturday }
  expect(isSameOnWorkdays(hours)).toBe(false)
  const copied = copyToWorkdays(hours)
  expect(isSameOnWorkdays(copied)).toBe(true)
  expect(copied.saturday).toEqual(saturday)
  expect(copied.tuesday?.[0]).not.toBe(copied.monday?.[0])
})

test('midnight at the end of a day passes through the browser’s input', () => {
  expect(toClockInput('24:00')).toBe('00:00')
  expect(fromEndInput('00:00')).toBe('24:00')
  expect(fromEndInput(toClockInput('17:30'))).toBe('17:30')
})
