import { expect, it } from 'vitest'
import { cycleSort, parseSort, printSort } from './table-sort.ts'

it('reads back what it writes', () => {
  const text = 'plan,-createdAt,businessName'
  expect(printSort(parseSort(text))).toBe(text)
  expect(parseSort('-createdAt')).toEqual([{ id: 'createdAt', desc: true }])
})

it('takes each field once, and three at most', () => {
  expect(printSort(parseSort('a,-a,,-,b,c,d'))).toBe('a,b,c')
})

it('leads a field upwards, downwards and away, and leaves the others in their order', () => {
  const steps = ['plan,name', 'plan,-name', 'plan']
  let fields = parseSort('plan')
  for (const step of steps) {
    fields = cycleSort(fields, 'name')
    expect(printSort(fields)).toBe(step)
  }
})

it('has no room for a fourth', () => {
  expect(printSort(cycleSort(parseSort('a,b,c'), 'd'))).toBe('a,b,c')
})
