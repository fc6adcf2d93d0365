import { describe, expect, it } from 'vitest'
import { dayAfter, rangeEnd, rangeStart } from './range-bounds.ts'

describe('a range that people give', () => {
  it('counts its last day whole', () => {
    expect(rangeStart('2026-02-28')).toBe('2026-02-28T00:00:00.000Z')
    expect(rangeEnd('2026-02-28')).toBe('2026-03-01T00:00:00.000Z')
  })

  it('ends before a moment that is given as one', () => {
    expect(rangeEnd('2026-02-28T10:30:00Z')).toBe('2026-02-28T10:30:00.000Z')
  })

  it('leaves alone what an edited address says instead of a day', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
    expect(dayAfter('tomorrow')).toBe('tomorrow')
  })
})
