import { describe, expect, it } from 'vitest'
import { addDays, momentAt } from '../calendar-day.ts'
import {
  beginAt,
  between,
  describePlace,
  endAt,
  lengthOf,
  stepColumn,
  stepLength,
  stepTime,
} from './move-place.ts'
import type { TimeColumn, TimePlace } from './time-event.ts'

function column(id: string, day: string): TimeColumn {
  return { id, label: id, day, hours: [] }
}

function place(day: string, [from, to]: [number, number], timeZone: string): TimePlace {
  return { columnId: 'a', start: momentAt(day, from, timeZone), end: momentAt(day, to, timeZone) }
}

const zones = [
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
] as const

describe.each(zones)('in %s, where clocks change on %s and %s', (timeZone, spring, autumn) => {
  it('keeps wall clock and length when moved into a day of another length', () => {
    for (const day of [spring, autumn]) {
      const before = addDays(day, -1)
      const board = { columns: [column('a', before), column('b', day)], timeZone }
      const moved = stepColumn(place(before, [600, 690], timeZone), 1, board)
      expect(moved).toEqual({ ...place(day, [600, 690], timeZone), columnId: 'b' })
      expect(moved && lengthOf(moved)).toBe(90)
    }
  })

  it('keeps its length when dropped over the change of clocks', () => {
    for (const day of [spring, autumn]) {
      const dropped = beginAt(
        place(day, [600, 690], timeZone),
        { column: column('b', day), minute: 97 },
        timeZone,
      )
      expect(dropped).toMatchObject({ columnId: 'b', start: momentAt(day, 90, timeZone) })
      expect(lengthOf(dropped)).toBe(90)
    }
  })

  it('reaches every moment of the day by steps, and no other day', () => {
    for (const day of [spring, autumn]) {
      const board = { columns: [column('a', day)], timeZone }
      let current: TimePlace | undefined = place(day, [0, 15], timeZone)
      const starts = new Set<string>()
      while (current) {
        starts.add(current.start)
        current = stepTime(current, 15, board)
      }
      const minutes =
        (Date.parse(momentAt(day, 1440, timeZone)) - Date.parse(momentAt(day, 0, timeZone))) / 60_000
      expect(starts.size).toBe(minutes / 15)
    }
  })
})

describe('moving', () => {
  const board = { columns: [column('a', '2026-03-12'), column('b', '2026-03-12')], timeZone: 'UTC' }
  const morning = place('2026-03-12', [600, 660], 'UTC')

  it('goes to another person at the same time, and not beyond the last', () => {
    expect(stepColumn(morning, 1, board)).toEqual({ ...morning, columnId: 'b' })
    expect(stepColumn(morning, -1, board)).toBeUndefined()
  })

  it('never loses its last step, nor its day', () => {
    expect(stepLength(place('2026-03-12', [600, 615], 'UTC'), -15, board)).toBeUndefined()
    expect(stepLength(place('2026-03-12', [1400, 1440], 'UTC'), 15, board)).toBeUndefined()
    expect(stepLength(morning, 15, board)?.end).toBe('2026-03-12T11:15:00.000Z')
    expect(endAt(morning, { column: column('a', '2026-03-12'), minute: 300 }, 'UTC').end).toBe(
      '2026-03-12T10:15:00.000Z',
    )
    expect(beginAt(morning, { column: column('a', '2026-03-12'), minute: 2_000 }, 'UTC').end).toBe(
      '2026-03-13T00:00:00.000Z',
    )
  })

  it('draws a place in either direction, a click being one step', () => {
    const drawn = between(column('a', '2026-03-12'), [671, 604], 'UTC')
    expect([drawn.start, drawn.end]).toEqual(['2026-03-12T10:00:00.000Z', '2026-03-12T11:15:00.000Z'])
    expect(lengthOf(between(column('a', '2026-03-12'), [605, 605], 'UTC'))).toBe(15)
  })

  it('says where it is', () => {
    expect(describePlace(morning, board)).toBe('a, 10:00 to 11:00')
  })
})
