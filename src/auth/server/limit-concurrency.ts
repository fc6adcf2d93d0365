import { AppError } from '#src/shared/errors/app-error.ts'

type Bounds = {
  /** how many may run at once, at least 1 */
  running: number
  /** how many may wait for that */
  waiting: number
}

/** Those who are turned away come back when part of the queue is done. */
const RETRY_AFTER_SECONDS = 5

/**
 * Lets so many pieces of work run at once; the others wait in the order they came.
 * @returns a function that runs a piece of work. It throws AppError DEPENDENCY_UNAVAILABLE when too many wait.
 */
export function limitConcurrency(bounds: Bounds): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0

  return async function withSlot<T>(work: () => Promise<T>): Promise<T> {
    if (running < bounds.running) running += 1
    else if (waiting.length < bounds.waiting) await new Promise<void>((proceed) => waiting.push(proceed))
    else throw new AppError('DEPENDENCY_UNAVAILABLE', { details: { retryAfterSeconds: RETRY_AFTER_SECONDS } })
    try {
      return await work()
    } finally {
      // The slot goes straight to the next one, so that a newcomer cannot slip in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
