import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from './decimal.ts'
import { integer } from './integer.ts'
import { money } from './money.ts'
import { readField, roundTrip } from './testing/read-field.ts'

const minutes = integer({ label: 'Duration', required: true, min: 1, max: 1_440 })
const price = money({ label: 'Price', required: true })
const weight = decimal({ label: 'Weight', precision: 6, scale: 2, min: 0.01, max: 2_000 })

describe.each([
  ['integer', minutes, [1, 1_440]],
  ['money', price, [0, 2_000_000_000]],
  ['integer without bounds', integer({ label: 'Any', required: true }), [-2_147_483_648, 2_147_483_647]],
] as const)('%s', (_, field, [min, max]) => {
  it('passes whole numbers of its range and nothing else', () => {
    const raw = fc.oneof(
      fc.anything(),
      fc.double(),
      fc.integer(),
      fc.bigInt().map(String),
      fc.double().map(String),
    )
    fc.assert(
      fc.property(raw, (given) => {
        const read = readField(field, given)
        if (!('value' in read)) return
        expect(Number.isInteger(read.value)).toBe(true)
        expect(read.value).toBeGreaterThanOrEqual(min)
        expect(read.value).toBeLessThanOrEqual(max)
        expect(['number', 'string']).toContain(typeof given)
        expect(read.value).toBe(Number(given))
      }),
    )
  })

  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(fc.integer({ min, max }), (given) => {
        expect(roundTrip(field, given)).toBe(given)
      }),
    )
  })

  it('reads what was typed', () => {
    expect(readField(field, ' 42 ')).toEqual({ value: 42 })
  })

  it.each([
    null,
    true,
    [],
    [5],
    {},
    '',
    '5 min',
    '0x10',
    '1e3',
    'Infinity',
    Number.NaN,
    Infinity,
    1.5,
    '1,5',
    max + 1,
  ])('refuses %j', (raw) => {
    expect(readField(field, raw)).toHaveProperty('sentences')
  })
})

describe('sentences', () => {
  it.each([
    [minutes, 0, 'At least 1.'],
    [minutes, 1_441, 'At most 1,440.'],
    [minutes, 1.5, 'Enter a whole number.'],
    [minutes, 'soon', 'Enter a number.'],
    [minutes, '', 'Enter the duration.'],
    [price, -1, 'The amount cannot be negative.'],
    [price, 12.5, 'Enter the amount in whole cents.'],
    [weight, 1.234, 'At most 2 digits after the point.'],
    [weight, 0, 'At least 0.01.'],
    [weight, 2_000.5, 'At most 2000.'],
  ] as const)('%#', (field, raw, sentence) => {
    expect(readField(field, raw)).toEqual({ sentences: [sentence] })
  })
})

describe('decimal', () => {
  it('passes numbers with the digits of its column and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double(), fc.double({ min: 0, max: 3_000 })), (given) => {
        const read = readField(weight, given)
        if (!('value' in read) || read.value === null || read.value === undefined) return
        expect(JSON.stringify(read.value)).toMatch(/^\d{1,4}(\.\d{1,2})?$/)
        expect(read.value).toBe(Number(given))
      }),
    )
  })

  it('comes back exactly, also from the exact decimal of the client', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (hundredths) => {
        const given = hundredths / 100
        expect(roundTrip(weight, given)).toBe(given)
        expect(weight.toJson({ toString: () => given.toFixed(2) })).toBe(given)
      }),
    )
  })

  it('may be empty when it is optional', () => {
    expect(readField(weight, '')).toEqual({ value: null })
  })

  it('knows the largest number of its column', () => {
    expect(decimal({ label: 'Rate', precision: 4, scale: 1 })).toMatchObject({ min: -999.9, max: 999.9 })
  })
})
