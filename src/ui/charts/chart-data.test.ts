import { describe, expect, it } from 'vitest'
import { hasNumbers, printNumber } from './chart-data.ts'

const series = [
  { key: 'booked', label: 'Booked' },
  { key: 'free', label: 'Free' },
]

describe('a chart', () => {
  it('has nothing to draw without rows, without series, and where all is unknown', () => {
    expect(hasNumbers({ rows: [], series })).toBe(false)
    expect(hasNumbers({ rows: [{ label: 'May', values: { booked: 3 } }], series: [] })).toBe(false)
    expect(hasNumbers({ rows: [{ label: 'May', values: { booked: null, other: 4 } }], series })).toBe(false)
  })

  it('draws zeros, which are numbers too', () => {
    expect(hasNumbers({ rows: [{ label: 'May', values: { booked: null, free: 0 } }], series })).toBe(true)
  })

  it('prints what is unknown as a dash and zero as zero', () => {
    const row = { label: 'May', values: { booked: null, free: 0 } }
    expect(series.map((each) => printNumber(row, each, String))).toEqual(['–', '0'])
  })
})
