import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  countDaysBetween,
  dayAt,
  formatClock,
  isDay,
  listDays,
  minuteAt,
  momentAt,
  printDay,
  weekOf,
} from './calendar-day.ts'

describe('days', () => {
  it('counts over months, leap days and changes of clocks', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(listDays('2026-03-28', 3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
    expect(countDaysBetween('2026-03-01', '2026-04-01')).toBe(31)
  })

  it('begins a week on Monday, also when asked on a Sunday', () => {
    expect(weekOf('2026-03-29')).toEqual(listDays('2026-03-23', 7))
    expect(weekOf('2026-03-23')).toEqual(listDays('2026-03-23', 7))
  })

  it('knows a day from what an address may carry', () => {
    expect(['2026-03-29', '2026-02-30', '2026-3-1', 'today', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('prints', () => {
    expect(printDay('2026-03-29', 'medium')).toMatch(/^Sun,? 29 Mar$/)
    expect(formatClock(545)).toBe('09:05')
  })
})

describe('wall clocks', () => {
  it('turns the day at midnight of the zone', () => {
    const moment = '2026-03-12T23:30:00.000Z'
    expect([dayAt(moment, 'Europe/Berlin'), minuteAt(moment, 'Europe/Berlin')]).toEqual(['2026-03-13', 30])
    expect([dayAt(moment, 'America/New_York'), minuteAt(moment, 'America/New_York')]).toEqual([
      '2026-03-12',
      1170,
    ])
    expect([dayAt(moment, 'Asia/Kathmandu'), minuteAt(moment, 'Asia/Kathmandu')]).toEqual(['2026-03-13', 315])
  })

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-10-25'],
    ['America/New_York', '2026-03-08', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ])('reads back every quarter of an hour in %s on the days its clocks change', (zone, spring, autumn) => {
    for (const day of [spring, autumn]) {
      const lost: number[] = []
      for (let minute = 0; minute < 1440; minute += 15) {
        const moment = momentAt(day, minute, zone)
        if (dayAt(moment, zone) !== day || minuteAt(moment, zone) !== minute) lost.push(minute)
      }
      // Only the hour (on Lord Howe the half hour) that does not exist is moved.
      expect(lost.length, `${zone} ${day}`).toBe(day === autumn ? 0 : zone === 'Australia/Lord_Howe' ? 2 : 4)
    }
  })

  it('has days of 23 and 25 hours', () => {
    const hours = (day: string) =>
      (Date.parse(momentAt(addDays(day, 1), 0, 'Europe/Berlin')) -
        Date.parse(momentAt(day, 0, 'Europe/Berlin'))) /
      3_600_000
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hours)).toEqual([24, 23, 25])
    expect(momentAt('2026-03-28', 1440, 'Europe/Berlin')).toBe(momentAt('2026-03-29', 0, 'Europe/Berlin'))
  })

  it('adds minutes as a stopwatch does: through the gap, and through the doubled hour', () => {
    const before = momentAt('2026-03-29', 105, 'Europe/Berlin')
    expect(minuteAt(addMinutes(before, 15), 'Europe/Berlin')).toBe(180)
    const first = momentAt('2026-10-25', 165, 'Europe/Berlin')
    expect(minuteAt(addMinutes(first, 15), 'Europe/Berlin')).toBe(120)
  })
})
