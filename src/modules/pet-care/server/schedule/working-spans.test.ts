import { describe, expect, it } from 'vitest'
import type { WeeklyHours } from '#src/resources/fields/availability.ts'
import { listWorkingSpans, localDay } from './working-spans.ts'

const daily = (from: string, to: string): WeeklyHours => ({
  saturday: [{ from, to }],
  sunday: [{ from, to }],
  monday: [{ from, to }],
})

/** Spans of a Saturday, Sunday and Monday, as they are in UTC. */
function weekend(timeZone: string, { sunday, hours }: { sunday: string; hours: WeeklyHours }) {
  const noon = Date.parse(`${sunday}T12:00:00Z`)
  const range = { from: noon - 36 * 3_600_000, until: noon + 36 * 3_600_000 }
  return listWorkingSpans(hours, { range, timeZone }).map(({ from, until }) => ({
    from: new Date(from).toISOString().slice(5, 16),
    until: new Date(until).toISOString().slice(5, 16),
    minutes: (until - from) / 60_000,
  }))
}

describe('working hours', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', ['03-28T08:00', '03-29T07:00', '03-30T07:00']],
    ['Europe/Berlin', '2026-10-25', ['10-24T07:00', '10-25T08:00', '10-26T08:00']],
    ['America/New_York', '2026-03-08', ['03-07T14:00', '03-08T13:00', '03-09T13:00']],
    ['America/New_York', '2026-11-01', ['10-31T13:00', '11-01T14:00', '11-02T14:00']],
    ['Australia/Lord_Howe', '2026-04-05', ['04-03T22:00', '04-04T22:30', '04-05T22:30']],
    ['Australia/Lord_Howe', '2026-10-04', ['10-02T22:30', '10-03T22:00', '10-04T22:00']],
  ])('begin at nine by the clock of %s around %s', (timeZone, sunday, expected) => {
    const spans = weekend(timeZone, { sunday, hours: daily('09:00', '17:00') })
    expect(spans.map(({ from }) => from)).toEqual(expect.arrayContaining(expected))
    expect(new Set(spans.map(({ minutes }) => minutes))).toEqual(new Set([480]))
  })

  it.each([
    ['Europe/Berlin', '2026-03-29', 120],
    ['Europe/Berlin', '2026-10-25', 240],
    ['America/New_York', '2026-03-08', 120],
    ['America/New_York', '2026-11-01', 240],
    ['Australia/Lord_Howe', '2026-10-04', 150],
    ['Australia/Lord_Howe', '2026-04-05', 210],
  ])('from one to four at night in %s on %s last %i minutes', (timeZone, sunday, minutes) => {
    const spans = weekend(timeZone, { sunday, hours: { sunday: [{ from: '01:00', to: '04:00' }] } })
    expect(spans.map((span) => span.minutes)).toEqual([minutes])
  })

  it('that the clocks leave out are not there', () => {
    const hours = { sunday: [{ from: '02:00', to: '02:30' }] }
    expect(weekend('Australia/Lord_Howe', { sunday: '2026-10-04', hours })).toHaveLength(0)
    expect(weekend('Australia/Lord_Howe', { sunday: '2026-10-11', hours })).toHaveLength(1)
  })

  it('until midnight end with the day, also with one of 23 or 25 hours', () => {
    const hours = { sunday: [{ from: '00:00', to: '24:00' }] }
    expect(weekend('Europe/Berlin', { sunday: '2026-03-29', hours })).toMatchObject([{ minutes: 23 * 60 }])
    expect(weekend('Europe/Berlin', { sunday: '2026-10-25', hours })).toMatchObject([{ minutes: 25 * 60 }])
  })
})

describe('the local day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29'],
    ['America/New_York', '2026-03-09T03:30:00Z', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-10-03T13:40:00Z', '2026-10-04'],
  ])('in %s at %s is %s', (timeZone, moment, day) => {
    expect(localDay(moment, timeZone)).toBe(day)
  })
})
