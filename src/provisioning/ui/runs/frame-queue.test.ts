import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFrameQueue } from './frame-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16))
  vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function setUp() {
  const batches: number[][] = []
  return { batches, queue: createFrameQueue<number>((items) => batches.push([...items])) }
}

it('hands over what came in since the last frame, together and in order', () => {
  const { batches, queue } = setUp()
  queue.add([1])
  queue.add([2, 3])
  expect(batches).toEqual([])
  vi.advanceTimersByTime(20)
  queue.add([4])
  queue.add([5])
  vi.advanceTimersByTime(500)
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

it('draws no more often than ten times a second', () => {
  const { batches, queue } = setUp()
  for (let at = 0; at < 1_000; at += 10) {
    queue.add([at])
    vi.advanceTimersByTime(10)
  }
  expect(batches.length).toBeGreaterThan(5)
  expect(batches.length).toBeLessThanOrEqual(11)
  vi.advanceTimersByTime(500)
  expect(batches.flat()).toHaveLength(100)
})

it('hands over in a window that nobody sees, too, and nothing once it is stopped', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  const { batches, queue } = setUp()
  queue.add([1])
  vi.advanceTimersByTime(3_000)
  expect(batches).toEqual([[1]])
  queue.add([2])
  queue.stop()
  vi.advanceTimersByTime(5_000)
  expect(batches).toEqual([[1]])
})
