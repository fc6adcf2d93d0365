import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { limitConcurrency } from './limit-concurrency.ts'

it('never runs more than the limit and keeps the order', async () => {
  const withSlot = limitConcurrency({ running: 2, waiting: 10 })
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
  const withSlot = limitConcurrency({ running: 1, waiting: 10 })
  await expect(withSlot(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(withSlot(async () => 'next')).resolves.toBe('next')
})

it('turns away whoever would have to wait behind too many, and takes the next one when there is room', async () => {
  const withSlot = limitConcurrency({ running: 1, waiting: 2 })
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => withSlot(async () => number)))
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'away'))).toEqual([
    1,
    2,
    3,
    'away',
    'away',
  ])
  const away = outcomes.find(({ status }) => status === 'rejected')
  expect(away).toMatchObject({ reason: { code: 'DEPENDENCY_UNAVAILABLE', retryAfterSeconds: 5 } })
  await expect(withSlot(async () => 'room')).resolves.toBe('room')
})
