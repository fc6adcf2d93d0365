import { expect, it } from 'vitest'
import { printAge } from './describe-pet.ts'

it.each([
  ['2026-03-12', '0 months'],
  ['2026-02-13', '0 months'],
  ['2026-02-12', '1 month'],
  ['2024-03-13', '23 months'],
  ['2024-03-12', '2 years'],
  ['2010-12-31', '15 years'],
  ['2026-04-01', undefined],
])('born on %s it is %s old on 12 March 2026', (dateOfBirth, age) => {
  expect(printAge(dateOfBirth, '2026-03-12')).toBe(age)
})
