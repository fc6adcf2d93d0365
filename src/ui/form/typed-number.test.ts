import { describe, expect, it } from 'vitest'
import { parseTypedNumber } from './typed-number.ts'

describe('parseTypedNumber', () => {
  it.each([
    ['12', 12],
    [' 1 250 ', 1250],
    ['3,5', 3.5],
    ['-.5', -0.5],
    ['7.', 7],
  ])('reads "%s"', (text, value) => {
    expect(parseTypedNumber(text)).toBe(value)
  })

  it('tells nothing from nonsense', () => {
    expect(parseTypedNumber('  ')).toBeNull()
    for (const text of ['abc', '1e5', '1.2.3', '0x10', '-']) expect(parseTypedNumber(text)).toBeNaN()
  })
})
