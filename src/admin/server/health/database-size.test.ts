import { expect, test } from 'vitest'
import { getDatabaseSize } from './database-size.ts'

test('a size that takes long to find is not waited for, and not asked for again while it is being found', async () => {
  const database = {}
  let asked = 0
  let answer: (bytes: number) => void = () => undefined
  const ask = () => {
    asked += 1
    return new Promise<number>((resolve) => (answer = resolve))
  }
  expect(await getDatabaseSize(database, ask, 1)).toBeNull()
  expect(await getDatabaseSize(database, ask, 1)).toBeNull()
  answer(42)
  expect(await getDatabaseSize(database, ask, 1_000)).toBe(42)
  expect(await getDatabaseSize(database, ask, 1)).toBe(42)
  expect(asked).toBe(1)
})

test('a size that cannot be found leaves the rest as it is', async () => {
  const ask = () => Promise.reject(new Error('away'))
  expect(await getDatabaseSize({}, ask)).toBeNull()
})
