/** Asks for things by their ids, many at a time. */
export type IdReader = {
  /** Each id is asked for once, until its answer is there. */
  ask: (ids: readonly string[]) => void
  stop: () => void
}

type ReaderParts<Item> = {
  read: (ids: string[]) => Promise<readonly Item[]>
  onRead: (items: readonly Item[], asked: readonly string[]) => void
}

/** Ids that one question holds at most. */
const MOST_IDS = 100
/** Between two questions, in milliseconds: what becomes known meanwhile is asked for together. */
const PAUSE_MS = 400
/** Before a question that failed is asked again, in milliseconds. */
const RETRY_MS = 2_000

/** One question is under way at a time; the ids that come meanwhile wait for the next one. */
export function createIdReader<Item>({ read, onRead }: ReaderParts<Item>): IdReader {
  const waiting = new Set<string>()
  let asked: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function schedule(wait: number): void {
    if (timer !== undefined || stopped || waiting.size === 0) return
    timer = setTimeout(() => void readNext(), wait)
  }

  async function readNext(): Promise<void> {
    asked = [...waiting].slice(0, MOST_IDS)
    for (const id of asked) waiting.delete(id)
    const ids = asked
    let wait = PAUSE_MS
    try {
      const items = await read(ids)
      asked = []
      if (!stopped) onRead(items, ids)
    } catch {
      wait = RETRY_MS
      asked = []
      for (const id of ids) waiting.add(id)
    }
    timer = undefined
    schedule(wait)
  }

  return {
    ask: (ids) => {
      for (const id of ids) if (!asked.includes(id)) waiting.add(id)
      schedule(PAUSE_MS)
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
