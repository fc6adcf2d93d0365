import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createIdReader } from './id-reader.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(read: (ids: string[]) => Promise<string[]>) {
  const questions: string[][] = []
  const answered: string[] = []
  const reader = createIdReader<string>({
    read: (ids) => {
      questions.push(ids)
      return read(ids)
    },
    onRead: (items) => answered.push(...items),
  })
  return { reader, questions, answered }
}

it('asks for many at a time, for none twice, and one question after the other', async () => {
  const { reader, questions, answered } = setUp(async (ids) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    return ids
  })
  reader.ask(['a', 'b'])
  reader.ask(['b', 'c'])
  await vi.advanceTimersByTimeAsync(500)
  reader.ask(['a', 'd'])
  expect(questions).toEqual([['a', 'b', 'c']])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(questions).toEqual([['a', 'b', 'c'], ['d']])
  expect(answered).toEqual(['a', 'b', 'c', 'd'])
})

it('takes no more than a question may hold', async () => {
  const { reader, questions } = setUp((ids) => Promise.resolve(ids))
  reader.ask(Array.from({ length: 130 }, (_, index) => String(index)))
  await vi.advanceTimersByTimeAsync(1_500)
  expect(questions.map(({ length }) => length)).toEqual([100, 30])
})

it('asks again after a failure, and no more once it is stopped', async () => {
  let fails = true
  const { reader, questions, answered } = setUp((ids) =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve(ids),
  )
  reader.ask(['a'])
  await vi.advanceTimersByTimeAsync(500)
  fails = false
  await vi.advanceTimersByTimeAsync(2_500)
  expect(answered).toEqual(['a'])
  reader.ask(['b'])
  reader.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(questions).toHaveLength(2)
})
