import { expect, it } from 'vitest'
import { validityOf } from './vaccination-validity.ts'

it.each([
  ['2026-03-12', null, 'valid'],
  ['2025-03-12', '2027-03-12', 'valid'],
  ['2025-03-12', '2026-04-11', 'ends soon'],
  ['2025-03-12', '2026-03-12', 'ends soon'],
  ['2025-03-12', '2026-03-11', 'expired'],
  ['2026-03-13', '2027-03-12', 'not yet'],
])('a vaccination of %s until %s is %s on 12 March 2026', (date, expiryDate, validity) => {
  expect(validityOf({ date, expiryDate }, '2026-03-12')).toBe(validity)
})
