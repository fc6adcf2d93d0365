/**
 * Lets at most `max` pieces of work run at once; the others wait in the order they came.
 * @param max how many may run, at least 1
 */
export function limitConcurrency(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0

  return async function withSlot<T>(work: () => Promise<T>): Promise<T> {
    if (running >= max) await new Promise<void>((proceed) => waiting.push(proceed))
    else running += 1
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
