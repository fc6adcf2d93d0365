/** What came in since the last frame, handed over together. */
export type FrameQueue<Item> = {
  add: (items: readonly Item[]) => void
  /** Hands over what waits, at once. */
  flush: () => void
  stop: () => void
}

/** Between two batches, in milliseconds: nobody reads faster, and each costs a rendering. */
const PAUSE_MS = 100
/** Frames stop in a window that nobody sees; what came in is handed over all the same. */
const HIDDEN_MS = 1_000

/** Gathers items for the next frame in which there is something to draw, a few frames apart under load. */
export function createFrameQueue<Item>(hand: (items: readonly Item[]) => void): FrameQueue<Item> {
  let waiting: Item[] = []
  let handedAt = Number.NEGATIVE_INFINITY
  let timers: (() => void)[] = []

  function clear(): void {
    for (const cancel of timers) cancel()
    timers = []
  }

  function flush(): void {
    clear()
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    handedAt = performance.now()
    hand(items)
  }

  function schedule(): void {
    const pause = setTimeout(
      () => {
        const frame = requestAnimationFrame(flush)
        timers.push(() => cancelAnimationFrame(frame))
      },
      handedAt + PAUSE_MS - performance.now(),
    )
    const hidden = setTimeout(flush, HIDDEN_MS)
    timers.push(
      () => clearTimeout(pause),
      () => clearTimeout(hidden),
    )
  }

  return {
    add: (items) => {
      waiting.push(...items)
      if (timers.length === 0) schedule()
    },
    flush,
    stop: () => {
      clear()
      waiting = []
    },
  }
}
