import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availability, weekdays } from './availability.ts'
import { readField, roundTrip } from './testing/read-field.ts'

const hours = availability({ label: 'Working hours' })
const clock = fc
  .integer({ min: 0, max: 1_440 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )

describe('availability', () => {
  it('passes spans that follow each other, and nothing else', () => {
    const day = fc.array(fc.record({ from: clock, to: clock }), { maxLength: 8 })
    fc.assert(
      fc.property(day, (spans) => {
        const edges = spans.flatMap(({ from, to }) => [from, to])
        const ordered =
          spans.every(({ from, to }) => from < to) &&
          edges.every((edge, i) => i === 0 || (edges[i - 1] ?? '') <= edge)
        const valid = ordered && spans.length <= 6 && !spans.some(({ from }) => from === '24:00')
        const read = readField(hours, { friday: spans })
        expect('value' in read, JSON.stringify(spans)).toBe(valid)
      }),
      { numRuns: 500 },
    )
  })

  it('comes back as it was stored', () => {
    const week = Object.fromEntries(weekdays.map((name) => [name, [{ from: '08:00', to: '12:00' }]]))
    expect(roundTrip(hours, week)).toEqual(week)
    expect(roundTrip(hours, {})).toEqual({})
    expect(readField(hours, null)).toEqual({ value: {} })
  })

  it.each([
    'always',
    [],
    { funday: [] },
    { monday: 'all day' },
    { monday: [{ from: '9:00', to: '17:00' }] },
    { monday: [{ from: '09:00' }] },
    { monday: [{ from: '25:00', to: '26:00' }] },
    { monday: [null] },
    {
      monday: [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    },
    { monday: [{ from: '17:00', to: '09:00' }] },
  ])('refuses %j', (raw) => {
    expect(readField(hours, raw)).toHaveProperty('sentences')
  })
})
