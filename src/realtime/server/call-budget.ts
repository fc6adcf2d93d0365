/** Allows `burst` calls at once and `perSecond` more each second (token bucket). */
export type CallBudget = { take: () => boolean }

/** @param now clock in milliseconds, for tests */
export function createCallBudget(options: {
  burst: number
  perSecond: number
  now?: () => number
}): CallBudget {
  const { burst, perSecond, now = () => performance.now() } = options
  let left = burst
  let seenAt = now()
  return {
    take: () => {
      const at = now()
      left = Math.min(burst, left + ((at - seenAt) / 1_000) * perSecond)
      seenAt = at
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
