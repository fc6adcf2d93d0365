import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { date } from './date.ts'
import { dateTime } from './date-time.ts'
import { readField, roundTrip } from './testing/read-field.ts'

const day = date({ label: 'Day', required: true })
const birth = date({ label: 'Date of birth', past: true })
const time = dateTime({ label: 'Start', required: true })

afterEach(() => {
  vi.useRealTimers()
})

describe('date', () => {
  it('passes real days of its years and nothing else', () => {
    const near = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([year, month, dayOfMonth]) =>
        [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(dayOfMonth).padStart(2, '0'),
        ].join('-'),
      )
    fc.assert(
      fc.property(fc.oneof(near, fc.anything()), (raw) => {
        const read = readField(day, raw)
        const instant = typeof raw === 'string' ? new Date(`${raw.trim()}T00:00:00Z`) : new Date(Number.NaN)
        const real =
          typeof raw === 'string' &&
          !Number.isNaN(instant.getTime()) &&
          instant.toISOString().startsWith(raw.trim())
        const within = typeof raw === 'string' && raw >= '1900-01-01' && raw <= '2199-12-31'
        expect('value' in read, fc.stringify(raw)).toBe(real && within)
      }),
      { numRuns: 2_000 },
    )
  })

  it('comes back as the day it was, in every timezone', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (instant) => {
        const raw = instant.toISOString().slice(0, 10)
        expect(roundTrip(day, raw)).toBe(raw)
      }),
    )
  })

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-1-1',
    '24-01-01',
    '2024-05-31T00:00:00Z',
    20240531,
    '1899-12-31',
    {},
  ])('refuses %j', (raw) => {
    expect(readField(day, raw)).toHaveProperty('sentences')
  })

  it('refuses days to come where only the past makes sense', () => {
    vi.useFakeTimers({ now: new Date('2026-03-01T11:00:00Z') })
    // It is already tomorrow on some islands.
    expect(readField(birth, '2026-03-02')).toEqual({ value: '2026-03-02' })
    expect(readField(birth, '2026-03-03')).toEqual({ sentences: ['This day is still to come.'] })
    expect(readField(birth, '')).toEqual({ value: null })
  })
})

describe('date and time', () => {
  it('is answered in UTC, whatever offset it came with', () => {
    expect(readField(time, '2024-05-31T11:30:00+02:00')).toEqual({ value: '2024-05-31T09:30:00.000Z' })
    expect(readField(time, '2024-05-31T09:30:00.123456Z')).toEqual({ value: '2024-05-31T09:30:00.123Z' })
  })

  it('comes back as the moment it was', () => {
    const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        expect(roundTrip(time, moment.toISOString())).toBe(moment.toISOString())
      }),
    )
  })

  it.each([
    '2024-05-31',
    '2024-05-31T09:30:00',
    '2024-02-30T00:00:00Z',
    'now',
    0,
    '0000-01-01T00:00:00Z',
    '9999-01-01T00:00:00Z',
  ])('refuses %j', (raw) => {
    expect(readField(time, raw)).toHaveProperty('sentences')
  })
})
