import { describe, expect, it } from 'vitest'
import { fromZonedInput, toZonedInput } from './zoned-input.ts'

describe('zoned input', () => {
  it('shows the clock of the zone and reads it back', () => {
    for (const zone of [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ]) {
      for (const moment of ['2026-01-15T12:00:00.000Z', '2026-07-15T23:45:00.000Z']) {
        expect(fromZonedInput(toZonedInput(moment, zone), zone), zone).toBe(moment)
      }
    }
    expect(toZonedInput('2026-01-15T12:00:00Z', 'Asia/Kathmandu')).toBe('2026-01-15T17:45')
  })

  it('takes the first of a doubled hour', () => {
    expect(fromZonedInput('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('moves a skipped hour on by the gap', () => {
    const moment = fromZonedInput('2026-03-29T02:30', 'Europe/Berlin')
    expect(moment).toBe('2026-03-29T01:30:00.000Z')
    expect(toZonedInput(moment ?? '', 'Europe/Berlin')).toBe('2026-03-29T03:30')
  })

  it('gives nothing for what is no time', () => {
    expect(fromZonedInput('', 'UTC')).toBeUndefined()
    expect(toZonedInput('', 'UTC')).toBe('')
  })
})
