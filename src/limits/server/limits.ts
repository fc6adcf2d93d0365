import { createHmac, hkdfSync } from 'node:crypto'
import type { Pool } from 'pg'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { createScopedPool } from '#src/db/server/scoped-pool.ts'
import { platformScope } from '#src/db/server/tenant-scope.ts'
import { createCounter } from './create-counter.ts'
import { createLeasing } from './lease.ts'
import { limitTable, type LimitName } from './limit-table.ts'
import type { Rates } from './read-rates.ts'
import type { RedisConnection } from './redis-connection.ts'
import { isRefusal, rateLimited, standingOf, type Standing } from './standing.ts'

/** How often things may happen, counted over all processes. A subject is whoever is counted: see `LimitedBy`. */
export type Limits = {
  /**
   * Counts what is about to happen.
   * @throws AppError RATE_LIMITED when that is too often
   */
  take: (name: LimitName, subject: string, points?: number) => Promise<Standing>
  /** Counts and lets the caller decide. */
  count: (name: LimitName, subject: string) => Promise<Standing>
  /** Takes one count back. */
  giveBack: (name: LimitName, subject: string) => Promise<void>
  get: (name: LimitName, subject: string) => Promise<Standing>
  /** Begins anew. */
  clear: (name: LimitName, subject: string) => Promise<void>
}

type LimitParts = {
  pool: Pool
  redis: RedisConnection | null
  rates: Rates
  /** what is stored about a subject is a keyed mark of it, no name and no address */
  secret: string
}

const MARK_LENGTH = 22

export function createLimits({ pool, redis, rates, secret }: LimitParts): Limits {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'berth limits v1', 32))
  const store = { pool: createScopedPool(pool, platformScope), redis }
  const names = Object.keys(limitTable) as LimitName[]
  const counters = new Map<LimitName, RateLimiterAbstract>(
    names.map((name) => [name, createCounter(store, name, rates[name])]),
  )
  const takeOfApi = createLeasing(counterOf('api'))

  function counterOf(name: LimitName): RateLimiterAbstract {
    const counter = counters.get(name)
    if (!counter) throw new Error(`There is no limit named ${name}.`)
    return counter
  }
  function markOf(name: LimitName, subject: string): string {
    return createHmac('sha256', key).update(`${name}\n${subject}`).digest('base64url').slice(0, MARK_LENGTH)
  }

  return {
    take: async (name, subject, points = 1) => {
      const mark = markOf(name, subject)
      if (name === 'api') return takeOfApi(mark, points)
      const { points: limit } = rates[name]
      try {
        return standingOf(await counterOf(name).consume(mark, points), limit)
      } catch (thrown) {
        throw isRefusal(thrown) ? rateLimited(standingOf(thrown, limit)) : thrown
      }
    },
    count: async (name, subject) =>
      standingOf(await counterOf(name).penalty(markOf(name, subject)), rates[name].points),
    giveBack: async (name, subject) => {
      await counterOf(name).reward(markOf(name, subject))
    },
    get: async (name, subject) => {
      const { points: limit, seconds } = rates[name]
      const found = await counterOf(name).get(markOf(name, subject))
      return found ? standingOf(found, limit) : { limit, used: 0, remaining: limit, resetSeconds: seconds }
    },
    clear: async (name, subject) => {
      await counterOf(name).delete(markOf(name, subject))
    },
  }
}
