import { describe, expect, it } from 'vitest'
import { hoursOf, listColumns, openingHours, type CalendarCast } from './calendar-columns.ts'
import type { CalendarView } from './calendar-view.ts'

const cast: CalendarCast = {
  staff: [
    { id: 'grace', name: 'Grace', availability: { thursday: [{ from: '09:00', to: '12:30' }] } },
    {
      id: 'ada',
      name: 'Ada',
      availability: {
        thursday: [
          { from: '12:00', to: '17:00' },
          { from: '19:00', to: '24:00' },
        ],
      },
    },
  ],
  resources: [{ id: 'table', name: 'Table' }],
}
const view: CalendarView = { day: '2026-03-12', span: 'day', by: 'staff', who: null }

describe('columns', () => {
  it('are people with their hours of that weekday', () => {
    expect(listColumns(view, cast, false).map(({ label, hours }) => [label, hours.length])).toEqual([
      ['Grace', 1],
      ['Ada', 2],
    ])
    expect(
      listColumns({ ...view, day: '2026-03-13' }, cast, false).every(({ hours }) => hours.length === 0),
    ).toBe(true)
  })

  it('are narrowed to one, but not to one who is gone', () => {
    expect(listColumns({ ...view, who: 'ada' }, cast, false)).toHaveLength(1)
    expect(listColumns({ ...view, who: 'gone' }, cast, false)).toHaveLength(2)
  })

  it('are things, and a last one for what needs none', () => {
    const labels = (hasNowhere: boolean) =>
      listColumns({ ...view, by: 'resource' }, cast, hasNowhere).map(({ label }) => label)
    expect(labels(false)).toEqual(['Table'])
    expect(labels(true)).toEqual(['Table', 'Without a place'])
  })

  it('are the days of a week, open when anybody works', () => {
    const week = listColumns({ ...view, span: 'week' }, cast, false)
    expect(week.map(({ day }) => day.slice(8))).toEqual(['09', '10', '11', '12', '13', '14', '15'])
    expect(week[3]?.hours).toEqual([
      { from: 540, to: 1_020 },
      { from: 1_140, to: 1_440 },
    ])
  })
})

it('knows the hours of a weekday, to its very end', () => {
  expect(hoursOf(cast.staff[1]?.availability ?? {}, '2026-03-12').at(-1)).toEqual({ from: 1_140, to: 1_440 })
  expect(openingHours([], '2026-03-12')).toEqual([])
})
