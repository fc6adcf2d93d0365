import { describe, expect, it } from 'vitest'
import { formatDate, formatDay } from './dates.ts'
import { formatClock, formatDuration } from './durations.ts'
import { formatMoney, getCurrencyDigits, getCurrencySign, parseMoney, toMoneyText } from './money.ts'
import { formatBytes, formatCount, formatNumber, formatPercent } from './numbers.ts'

describe('dates', () => {
  it('prints a moment in the zone asked for, not in that of the machine', () => {
    const moment = '2026-03-12T23:30:00Z'
    expect(formatDate(moment, 'Europe/Berlin')).toBe('13 Mar 2026, 00:30')
    expect(formatDate(moment, 'America/New_York')).toBe('12 Mar 2026, 19:30')
    expect(formatDate(moment, 'UTC', 'date')).toBe('12 Mar 2026')
    expect(formatDate(moment, 'UTC', 'exact')).toBe('Thu, 12 Mar 2026, 23:30:00 UTC')
  })

  it('prints a dash for what is no moment', () => {
    expect(formatDate('soon', 'UTC')).toBe('–')
  })

  it('keeps a calendar day on its day', () => {
    expect(formatDay('2020-02-29')).toBe('29 Feb 2020')
  })
})

describe('durations', () => {
  it.each([
    [0, '0 ms'],
    [8.4, '8 ms'],
    [412, '412 ms'],
    [999.6, '1.0 s'],
    [1234, '1.2 s'],
    [9949, '9.9 s'],
    [9960, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [125_000, '2 min 5 s'],
    [3_780_000, '1 h 3 min'],
    [187_200_000, '2 d 4 h'],
    [-1, '–'],
    [Number.NaN, '–'],
  ])('prints %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })

  it('ticks in tenths', () => {
    expect([0, 7345, 62_000, -5].map(formatClock)).toEqual(['0:00.0', '0:07.3', '1:02.0', '0:00.0'])
  })
})

describe('money', () => {
  it('knows the smallest unit of each currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map(getCurrencyDigits)).toEqual([2, 0, 3])
    expect(formatMoney(125_000, 'EUR')).toBe('€1,250.00')
    expect(formatMoney(125_000, 'JPY')).toBe('¥125,000')
    expect(toMoneyText(-705, 'USD')).toBe('-7.05')
    expect(getCurrencySign('GBP')).toBe('£')
  })

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12,50', 1250],
    ['1,250', 125_000],
    ['1.250,50', 125_050],
    ['1,250.50', 125_050],
    ["1'250.50", 125_050],
    ['€ 1 250', 125_000],
    ['-0.10', -10],
    ['.5', 50],
    ['5.', 500],
    ['12.500', 1_250_000],
    ['12.5000', 1250],
  ])('reads %s', (text, cents) => {
    expect(parseMoney(text, 'EUR')).toBe(cents)
  })

  it.each(['', '.', '-', 'twelve', '1.2.3', '12.345678', '1,25,0', '99999999999999999'])(
    'refuses "%s"',
    (text) => {
      expect(parseMoney(text, 'EUR')).toBeUndefined()
    },
  )

  it('reads three decimals only where the currency has them', () => {
    expect(parseMoney('1.250', 'KWD')).toBe(1250)
    expect(parseMoney('10.5', 'JPY')).toBeUndefined()
  })

  it('reads back what it writes', () => {
    for (const cents of [0, 1, 99, 100, 12_345, 1_000_000])
      expect(parseMoney(toMoneyText(cents, 'EUR'), 'EUR')).toBe(cents)
  })
})

describe('numbers', () => {
  it('groups thousands and shortens large counts', () => {
    expect(formatNumber(12_480.5)).toBe('12,480.5')
    expect([980, 9999, 12_480, 3_000_000].map(formatCount)).toEqual(['980', '9,999', '12.5K', '3M'])
  })

  it('never claims to be done early or not to have begun', () => {
    expect([0, 0.001, 0.42, 0.999, 1].map(formatPercent)).toEqual(['0 %', '1 %', '42 %', '99 %', '100 %'])
  })

  it('prints sizes', () => {
    expect([812, 1400, 150_000, 2_500_000_000].map(formatBytes)).toEqual([
      '812 B',
      '1.4 kB',
      '150 kB',
      '2.5 GB',
    ])
  })
})
