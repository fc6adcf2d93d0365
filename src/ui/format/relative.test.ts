import { describe, expect, it } from 'vitest'
import { formatRelative, getRelativeRefresh } from './relative.ts'

const now = '2026-03-12T10:00:00Z'

function print(moment: string, timeZone = 'UTC'): string {
  return formatRelative(moment, { now, timeZone })
}

describe('formatRelative', () => {
  it.each([
    ['2026-03-12T09:59:30Z', 'just now'],
    ['2026-03-12T10:00:40Z', 'in a moment'],
    ['2026-03-12T09:57:00Z', '3 min ago'],
    ['2026-03-12T10:59:59Z', 'in 59 min'],
    ['2026-03-12T02:00:00Z', '8 h ago'],
    ['2026-03-11T23:00:00Z', 'yesterday, 23:00'],
    ['2026-03-13T18:15:00Z', 'tomorrow, 18:15'],
    ['2026-03-08T10:00:00Z', '4 days ago'],
    ['2026-03-17T10:00:00Z', 'in 5 days'],
    ['2026-03-01T10:00:00Z', '1 Mar 2026'],
    ['never', '–'],
  ])('prints %s as %s', (moment, text) => {
    expect(print(moment)).toBe(text)
  })

  it('turns the day at midnight of the zone', () => {
    expect(print('2026-03-12T03:30:00Z', 'UTC')).toBe('6 h ago')
    expect(print('2026-03-12T03:30:00Z', 'America/New_York')).toBe('yesterday, 23:30')
  })
})

describe('getRelativeRefresh', () => {
  it('waits for the next minute, then ten at a time, then not at all', () => {
    expect(getRelativeRefresh('2026-03-12T09:59:20Z', now)).toBe(20_050)
    expect(getRelativeRefresh('2026-03-12T02:00:00Z', now)).toBe(600_000)
    expect(getRelativeRefresh('2026-01-01T00:00:00Z', now)).toBeUndefined()
  })
})
