/** Time in milliseconds between two renewals of the same part, however much changes there. */
const PAUSE_MS = 1_000

export type ChangeCollector = {
  /** something in the part has changed */
  note: (part: string) => void
  stop: () => void
}

/**
 * Renews what shows a part, such as a module, as soon as something in it changes, and then once in a while at most.
 * @param pauseMs time between two renewals in milliseconds; a second unless given
 */
export function createChangeCollector(
  renew: (part: string) => void,
  pauseMs: number = PAUSE_MS,
): ChangeCollector {
  /** parts that were renewed less than a pause ago, and whether something has changed since */
  const resting = new Map<string, { timer: ReturnType<typeof setTimeout>; changed: boolean }>()

  function renewNow(part: string): void {
    const timer = setTimeout(() => {
      const changed = resting.get(part)?.changed
      resting.delete(part)
      if (changed) renewNow(part)
    }, pauseMs)
    resting.set(part, { timer, changed: false })
    renew(part)
  }

  return {
    note: (part) => {
      const rest = resting.get(part)
      if (rest) rest.changed = true
      else renewNow(part)
    },
    stop: () => {
      for (const { timer } of resting.values()) clearTimeout(timer)
      resting.clear()
    },
  }
}
