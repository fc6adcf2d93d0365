import { expect, it } from 'vitest'
import { createCallBudget } from './call-budget.ts'

it('allows a burst, then so many calls a second, and saves up no more than a burst', () => {
  let now = 0
  const budget = createCallBudget({ burst: 3, perSecond: 2, now: () => now })
  const take = (times: number) => Array.from({ length: times }, () => budget.take()).filter(Boolean).length
  expect(take(10)).toBe(3)
  now += 500
  expect(take(10)).toBe(1)
  now += 60_000
  expect(take(10)).toBe(3)
})
