import { describe, expect, it } from 'vitest'
import { momentAt } from '../calendar-day.ts'
import { assignLanes, chooseHours, listOffHours, spanOnDay } from './place-events.ts'

const HOUR = 60

describe('spanOnDay', () => {
  it.each([
    { zone: 'Europe/Berlin', spring: '2026-03-29', autumn: '2026-10-25', gap: 60 },
    { zone: 'America/New_York', spring: '2026-03-08', autumn: '2026-11-01', gap: 60 },
    { zone: 'Australia/Lord_Howe', spring: '2026-10-04', autumn: '2026-04-05', gap: 30 },
  ])('draws what the wall clock of $zone shows on the days it changes', ({ zone, spring, autumn, gap }) => {
    for (const day of [spring, autumn]) {
      const noon = { start: momentAt(day, 12 * HOUR, zone), end: momentAt(day, 13 * HOUR, zone) }
      expect(spanOnDay(noon, day, zone)).toEqual({ from: 12 * HOUR, to: 13 * HOUR })
      const night = { start: momentAt(day, 1 * HOUR, zone), end: momentAt(day, 4 * HOUR, zone) }
      expect(spanOnDay(night, day, zone)).toEqual({ from: HOUR, to: 4 * HOUR })
      const elapsed = (Date.parse(night.end) - Date.parse(night.start)) / 60_000
      expect(elapsed).toBe(day === spring ? 180 - gap : 180 + gap)
    }
  })

  it('is as tall as it is long where the clock runs back', () => {
    const second = { start: '2026-10-25T00:45:00.000Z', end: '2026-10-25T01:15:00.000Z' }
    expect(spanOnDay(second, '2026-10-25', 'Europe/Berlin')).toEqual({ from: 165, to: 195 })
  })

  it('cuts an event at midnight and leaves it out where it has no minute', () => {
    const event = { start: '2026-03-12T22:30:00Z', end: '2026-03-13T01:00:00Z' }
    const days = ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']
    expect(days.map((day) => spanOnDay(event, day, 'UTC'))).toEqual([
      undefined,
      { from: 1350, to: 1440 },
      { from: 0, to: 60 },
      undefined,
    ])
    const untilMidnight = { ...event, end: '2026-03-13T00:00:00Z' }
    expect(spanOnDay(untilMidnight, '2026-03-13', 'UTC')).toBeUndefined()
  })
})

describe('assignLanes', () => {
  it('puts what overlaps side by side and lets the rest have the whole width', () => {
    const lanes = assignLanes([
      { id: 'a', from: 600, to: 660 },
      { id: 'b', from: 630, to: 690 },
      { id: 'c', from: 660, to: 720 },
      { id: 'alone', from: 720, to: 780 },
    ])
    expect(Object.fromEntries(lanes)).toEqual({
      a: { lane: 0, lanes: 2 },
      b: { lane: 1, lanes: 2 },
      c: { lane: 0, lanes: 2 },
      alone: { lane: 0, lanes: 1 },
    })
  })

  it('keeps very short ones readable beside each other', () => {
    const lanes = assignLanes([
      { id: 'a', from: 600, to: 605 },
      { id: 'b', from: 605, to: 610 },
    ])
    expect([...lanes.values()]).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
    ])
  })

  it('never lets two in one lane overlap', () => {
    const events = Array.from({ length: 200 }, (_, index) => {
      const from = (index * 7_919) % 1_300
      return { id: String(index), from, to: from + 15 + ((index * 31) % 120) }
    })
    const lanes = assignLanes(events)
    for (const a of events) {
      for (const b of events) {
        if (a === b || lanes.get(a.id)?.lane !== lanes.get(b.id)?.lane) continue
        expect(a.to <= b.from || b.to <= a.from, `${a.id} ${b.id}`).toBe(true)
      }
    }
  })
})

describe('hours', () => {
  it('shows work and events with an hour around them', () => {
    const columns = [{ hours: [{ from: 9 * HOUR, to: 17 * HOUR }] }, { hours: [] }]
    expect(chooseHours(columns, [])).toEqual({ from: 8 * HOUR, to: 18 * HOUR })
    expect(chooseHours(columns, [{ from: 390, to: 420 }])).toEqual({ from: 5 * HOUR, to: 18 * HOUR })
  })

  it('stays within the day and never gets small', () => {
    expect(chooseHours([], [{ from: 0, to: 30 }])).toEqual({ from: 0, to: 8 * HOUR })
    expect(chooseHours([], [{ from: 1_430, to: 1_440 }])).toEqual({ from: 16 * HOUR, to: 24 * HOUR })
    expect(chooseHours([], [])).toEqual({ from: 8 * HOUR, to: 18 * HOUR })
  })

  it('shades what lies between spans of work', () => {
    const hours = [
      { from: 780, to: 1_020 },
      { from: 540, to: 720 },
    ]
    expect(listOffHours(hours, { from: 480, to: 1_080 })).toEqual([
      { from: 480, to: 540 },
      { from: 720, to: 780 },
      { from: 1_020, to: 1_080 },
    ])
    expect(listOffHours([], { from: 480, to: 540 })).toEqual([{ from: 480, to: 540 }])
  })
})
