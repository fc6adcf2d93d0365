/** What came in since the last frame, handed over together. */
export type FrameQueue<Item> = {
  add: (items: readonly Item[]) => void
  /** Hands over what waits, at once. */
  flush: () => void
  stop: () => void
}

/** Between two batches at least, in milliseconds: nobody reads faster, and each costs a rendering. */
const PAUSE_MS = 100
/** A batch that takes long to draw is followed by a pause so many times as long: the page stays usable under load. */
const REST = 4
const LONGEST_PAUSE_MS = 1_000
/** Frames stop in a window that nobody sees; what came in is handed over all the same. */
const HIDDEN_MS = 2_000

/** Gathers items for the next frame in which there is something to draw, a few frames apart under load. */
export function createFrameQueue<Item>(hand: (items: readonly Item[]) => void): FrameQueue<Item> {
  let waiting: Item[] = []
  let nextAt = Number.NEGATIVE_INFINITY
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
    const begunAt = performance.now()
    nextAt = begunAt + PAUSE_MS
    hand(items)
    // Behind the rendering that this leads to.
    setTimeout(() => {
      const took = performance.now() - begunAt
      nextAt = performance.now() + Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, REST * took))
    })
  }

  function schedule(): void {
    const pause = setTimeout(() => {
      const frame = requestAnimationFrame(flush)
      timers.push(() => cancelAnimationFrame(frame))
    }, nextAt - performance.now())
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
