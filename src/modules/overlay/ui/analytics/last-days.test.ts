import { describe, expect, it } from 'vitest'
import { lastDays } from './last-days.ts'

describe('lastDays', () => {
  it('ends with the day it is where the stream is', () => {
    const now = Date.parse('2026-03-01T03:00:00Z')
    expect(lastDays(7, { now, timeZone: 'UTC' })).toEqual({ firstDay: '2026-02-23', lastDay: '2026-03-01' })
    expect(lastDays(7, { now, timeZone: 'America/New_York' })).toEqual({
      firstDay: '2026-02-22',
      lastDay: '2026-02-28',
    })
  })

  it('counts days of the calendar over the change of clocks', () => {
    const now = Date.parse('2026-03-30T12:00:00Z')
    expect(lastDays(2, { now, timeZone: 'Europe/Berlin' })).toEqual({
      firstDay: '2026-03-29',
      lastDay: '2026-03-30',
    })
    expect(lastDays(1, { now, timeZone: 'Europe/Berlin' })).toEqual({
      firstDay: '2026-03-30',
      lastDay: '2026-03-30',
    })
  })
})
