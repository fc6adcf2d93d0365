/** Time in milliseconds between two renewals of a module, however much changes there. */
const PAUSE_MS = 1_000

export type ChangeCollector = {
  /** something in the module has changed */
  note: (moduleId: string) => void
  stop: () => void
}

/**
 * Renews what shows a module as soon as something in it changes, and then once in a while at most.
 * @param pauseMs time between two renewals in milliseconds; a second unless given
 */
export function createChangeCollector(
  renew: (moduleId: string) => void,
  pauseMs: number = PAUSE_MS,
): ChangeCollector {
  /** modules that were renewed less than a pause ago, and whether something has changed since */
  const resting = new Map<string, { timer: ReturnType<typeof setTimeout>; changed: boolean }>()

  function renewNow(moduleId: string): void {
    const timer = setTimeout(() => {
      const changed = resting.get(moduleId)?.changed
      resting.delete(moduleId)
      if (changed) renewNow(moduleId)
    }, pauseMs)
    resting.set(moduleId, { timer, changed: false })
    renew(moduleId)
  }

  return {
    note: (moduleId) => {
      const rest = resting.get(moduleId)
      if (rest) rest.changed = true
      else renewNow(moduleId)
    },
    stop: () => {
      for (const { timer } of resting.values()) clearTimeout(timer)
      resting.clear()
    },
  }
}
