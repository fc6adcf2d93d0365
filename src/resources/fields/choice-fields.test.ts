import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boolean } from './boolean.ts'
import { currency } from './currency.ts'
import { member } from './member.ts'
import { reference } from './reference.ts'
import { select } from './select.ts'
import { tags } from './tags.ts'
import { readField, roundTrip } from './testing/read-field.ts'

const species = select({ label: 'Species', required: true, options: { dog: 'Dog', cat: 'Cat' } })

describe('select', () => {
  it('passes its options and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.constantFrom('dog', ' cat ', 'DOG', 'toString', '__proto__')),
        (raw) => {
          const read = readField(species, raw)
          expect('value' in read).toBe(raw === 'dog' || raw === ' cat ')
        },
      ),
    )
    expect(roundTrip(species, 'cat')).toBe('cat')
  })

  it('says what can be chosen', () => {
    expect(readField(species, '')).toEqual({ sentences: ['Choose the species.'] })
    expect(readField(species, 'fish')).toEqual({ sentences: ['Choose one of: dog, cat.'] })
  })

  it('falls back to its default', () => {
    const status = select({ label: 'Status', default: 'open', options: { open: 'Open', closed: 'Closed' } })
    expect(readField(status, '')).toEqual({ value: 'open' })
    expect(status).toMatchObject({ presence: 'defaulted', defaultValue: 'open' })
  })
})

describe('boolean', () => {
  const field = boolean({ label: 'Mobile', default: false })

  it('passes yes and no, also spelled out, and nothing else', () => {
    expect(['true', 'false', true, false, '', null].map((raw) => readField(field, raw))).toEqual(
      [true, false, true, false, false, false].map((value) => ({ value })),
    )
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        fc.pre(raw !== undefined && raw !== null && typeof raw !== 'boolean' && typeof raw !== 'string')
        expect(readField(field, raw)).toEqual({ sentences: ['Choose yes or no.'] })
      }),
    )
    expect(readField(field, 'no')).toEqual({ sentences: ['Choose yes or no.'] })
  })
})

describe.each([
  ['reference', reference({ label: 'Owner', to: 'probes', required: true }), 'Choose one from the list.'],
  ['member', member({ label: 'Owner', required: true }), 'Choose a person of your team.'],
])('%s', (_, field, sentence) => {
  it('passes ids and nothing else', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readField(field, id.toUpperCase())).toEqual({ value: id })
      }),
    )
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        fc.pre(typeof raw !== 'string' || !/^[0-9a-f-]{36}$/i.test(raw.trim()))
        expect(readField(field, raw)).toHaveProperty('sentences')
      }),
    )
    expect(readField(field, 'x')).toEqual({ sentences: [sentence] })
    expect(readField(field, '')).toEqual({ sentences: ['Choose the owner.'] })
  })
})

describe('currency', () => {
  const field = currency({ label: 'Currency', default: 'EUR' })

  it('passes codes of currencies and nothing else', () => {
    expect(readField(field, ' gbp ')).toEqual({ value: 'GBP' })
    expect(readField(field, '')).toEqual({ value: 'EUR' })
    for (const raw of ['XX', 'EURO', '€', 7, 'ABC']) {
      expect(readField(field, raw)).toEqual({ sentences: ['Choose a currency, such as EUR.'] })
    }
  })
})

describe('tags', () => {
  const field = tags({ label: 'Skills' })

  it('are trimmed, and each counts once', () => {
    expect(readField(field, [' Cats ', 'cats', '', 'Dogs'])).toEqual({ value: ['Cats', 'Dogs'] })
    expect(readField(field, null)).toEqual({ value: [] })
  })

  it('pass only short lists of short texts', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.array(fc.oneof(fc.string({ maxLength: 50 }), fc.anything()))),
        (raw) => {
          const read = readField(field, raw)
          if (!('value' in read) || read.value === undefined) return
          const list = read.value as string[]
          expect(list.length).toBeLessThanOrEqual(30)
          for (const tag of list) expect(tag).toMatch(/^\S(.{0,38}\S)?$/)
          expect(new Set(list.map((tag) => tag.toLowerCase())).size).toBe(list.length)
          expect(roundTrip(field, raw)).toEqual(list)
        },
      ),
    )
    expect(
      readField(
        field,
        Array.from({ length: 31 }, (_, index) => String(index)),
      ),
    ).toHaveProperty('sentences')
    expect(readField(field, 'cats')).toEqual({ sentences: ['This must be a list of texts.'] })
  })
})
