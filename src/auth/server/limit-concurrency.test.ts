import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { limitConcurrency } from './limit-concurrency.ts'

it('never runs more than the limit and keeps the order', async () => {
  const withSlot = limitConcurrency(2)
  const started: number[] = []
  let running = 0
  let most = 0
  await Promise.all(
    [0, 1, 2, 3, 4, 5].map((number) =>
      withSlot(async () => {
        started.push(number)
        running += 1
        most = Math.max(most, running)
        await sleep(5)
        running -= 1
      }),
    ),
  )
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4, 5])
})

it('gives the slot back when the work fails', async () => {
  const withSlot = limitConcurrency(1)
  await expect(withSlot(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(withSlot(async () => 'next')).resolves.toBe('next')
})
