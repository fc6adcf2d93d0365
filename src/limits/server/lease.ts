import { LRUCache } from 'lru-cache'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { isRefusal, rateLimited, type Standing } from './standing.ts'

type Lease = {
  left: number
  /** what the store still had when it was asked last, beyond what was leased */
  beyond: number
  endsAt: number
}

/** Subjects whose leases are kept; those longest not seen lose what they had left. */
const MAX_LEASES = 20_000
/** A lease is this part of the limit: the store is asked once for so many calls. */
const PART = 20

/**
 * Takes from a count in chunks and hands them out from memory, so that not every call asks the store. Chunks
 * are disjoint, so that all processes together never hand out more than the limit; up to a chunk for each of
 * them may lie unused.
 * @returns a function that takes points for a key. It throws AppError RATE_LIMITED.
 */
export function createLeasing(counter: RateLimiterAbstract) {
  const limit = counter.points
  const chunk = Math.ceil(limit / PART)
  const leases = new LRUCache<string, Lease>({ max: MAX_LEASES })
  const renewals = new Map<string, Promise<void>>()

  async function renew(key: string): Promise<void> {
    const before = leases.get(key)
    const kept = before && before.endsAt > performance.now() ? before.left : 0
    const answer = await counter.consume(key, chunk).catch((thrown: unknown) => {
      if (isRefusal(thrown)) return thrown
      throw thrown
    })
    // Of the last chunk only the part within the limit is ours.
    const granted = Math.max(Math.min(chunk, limit - (answer.consumedPoints - chunk)), 0)
    leases.set(key, {
      left: kept + granted,
      beyond: Math.max(limit - answer.consumedPoints, 0),
      endsAt: performance.now() + answer.msBeforeNext,
    })
  }

  /** One question to the store for all who wait for its answer. */
  function renewOnce(key: string): Promise<void> {
    const renewal = renewals.get(key) ?? renew(key).finally(() => renewals.delete(key))
    renewals.set(key, renewal)
    return renewal
  }

  return async function takeLeased(key: string, points: number): Promise<Standing> {
    for (;;) {
      const lease = leases.get(key)
      if (lease && lease.endsAt > performance.now()) {
        if (lease.left >= points) {
          lease.left -= points
          return standingOf(lease, limit)
        }
        if (lease.beyond === 0) throw rateLimited(standingOf(lease, limit))
      }
      await renewOnce(key)
    }
  }
}

function standingOf({ left, beyond, endsAt }: Lease, limit: number): Standing {
  const remaining = left + beyond
  const resetSeconds = Math.max(Math.ceil((endsAt - performance.now()) / 1_000), 1)
  return { limit, used: limit - remaining, remaining, resetSeconds }
}
