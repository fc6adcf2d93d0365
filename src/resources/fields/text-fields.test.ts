import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { email } from './email.ts'
import { longText } from './long-text.ts'
import { phone } from './phone.ts'
import { readField, roundTrip } from './testing/read-field.ts'
import { text } from './text.ts'

const name = text({ label: 'Name', required: true, max: 20 })
const nickname = text({ label: 'Nickname', max: 20 })
const notes = longText({ label: 'Notes', max: 50 })
const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 60 }))

describe('text', () => {
  it('passes only what a column of that length can hold', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const read = readField(name, raw)
        if (!('value' in read)) {
          expect(read.sentences.join('')).not.toBe('')
          return
        }
        expect(read.value).toEqual(typeof raw === 'string' ? raw.trim() : '')
        expect(read.value).toMatch(/^\P{Cc}{1,20}$/u)
      }),
    )
  })

  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\p{L}[\p{L}\p{N} .'"%_\\-]{0,18}$/u), (raw) => {
        fc.pre(raw.trim().length <= 20)
        expect(roundTrip(name, raw)).toBe(raw.trim())
      }),
    )
  })

  it.each([
    ['', 'Enter the name.'],
    ['  ', 'Enter the name.'],
    [null, 'Enter the name.'],
    [undefined, 'Enter the name.'],
    [7, 'This must be text.'],
    ['a\u0000b', 'Control characters are not allowed.'],
    ['\ud800', 'Control characters are not allowed.'],
    ['x'.repeat(21), 'At most 20 characters.'],
  ])('says what is wrong with %j', (raw, sentence) => {
    expect(readField(name, raw)).toEqual({ sentences: [sentence] })
  })

  it('may be empty when it is optional', () => {
    expect(readField(nickname, ' ')).toEqual({ value: null })
    expect(readField(nickname, undefined)).toEqual({ value: undefined })
  })

  it('uses the words of its declaration', () => {
    const own = text({ label: 'URL', required: true, missing: 'Paste the address.' })
    expect(readField(own, '')).toEqual({ sentences: ['Paste the address.'] })
    expect(readField(text({ label: 'URL', required: true }), '')).toEqual({ sentences: ['Enter the URL.'] })
  })
})

describe('long text', () => {
  it('keeps lines and tabs, and nothing else that steers', () => {
    expect(readField(notes, 'one\r\ntwo\rthree\n\tfour')).toEqual({ value: 'one\ntwo\nthree\n\tfour' })
    expect(readField(notes, 'one\u0007two')).toEqual({ sentences: ['Control characters are not allowed.'] })
    expect(readField(notes, 'x'.repeat(51))).toEqual({ sentences: ['At most 50 characters.'] })
  })
})

describe('e-mail', () => {
  const field = email({ label: 'E-mail' })

  it('is kept in lower case', () => {
    expect(readField(field, ' Ann.Lee+vet@Example.COM ')).toEqual({ value: 'ann.lee+vet@example.com' })
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (raw) => {
        const read = readField(field, raw)
        if ('value' in read) expect(read.value).toBe(raw.toLowerCase())
      }),
    )
  })

  it.each(['ann', 'ann@', '@example.com', 'a b@example.com', 'ann@example', 'a@b\u0000.com', 7])(
    'refuses %j',
    (raw) => {
      expect(readField(field, raw)).toEqual({
        sentences: ['Enter an e-mail address, such as you@example.com.'],
      })
    },
  )

  it('is at most as long as mail servers take', () => {
    expect(readField(field, `${'a'.repeat(60)}@${'b.'.repeat(110)}example.com`)).toHaveProperty('sentences')
  })
})

describe('phone', () => {
  const field = phone({ label: 'Phone' })

  it.each(['+44 20 7946 0000', '(030) 12345-67', '555/0100', '12345', '030.1234.56'])('accepts %j', (raw) => {
    expect(readField(field, raw)).toEqual({ value: raw })
  })

  it.each(['1234', '()()()-', 'call me', '+', '12345a', '1'.repeat(31), '12345\n', 12345])(
    'refuses %j',
    (raw) => {
      // A line break at the end is trimmed, as people paste it.
      if (raw === '12345\n') expect(readField(field, raw)).toEqual({ value: '12345' })
      else expect(readField(field, raw)).toHaveProperty('sentences')
    },
  )

  it('decides about long nonsense at once', () => {
    const startedAt = performance.now()
    readField(field, `${'( '.repeat(50_000)}x`)
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
