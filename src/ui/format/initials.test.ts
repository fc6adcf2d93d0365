import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

it.each([
  ['Harbour Lane Dogs', 'HL'],
  ['Überland', 'Ü'],
  ['  ebb & flow ', 'EF'],
  ['"Quoted" (Ltd)', 'QL'],
  ['3 Paws', '3P'],
  ['مرسى الكلاب', 'ما'],
  ['🐶 Dogs', 'D'],
  ['', ''],
])('%s: %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
