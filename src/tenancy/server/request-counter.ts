import type { Logger } from '#src/logging/server/logger.ts'

/** Requests of one tenant; refusals (status 400 to 499) and errors (500 on) are among them. */
export type RequestCounts = { requests: number; refusals: number; errors: number }

/** Counts what tenants ask for, in this process, until it is stored. */
export type RequestCounter = {
  /** One request was answered. It costs a look into a map. */
  note: (tenantId: string, status: number) => void
  /** Stores what has been counted so far; if that fails, it stays counted. */
  flush: () => Promise<void>
  /** Stores for the last time. */
  stop: () => Promise<void>
}

type CounterOptions = {
  store: (counts: ReadonlyMap<string, RequestCounts>) => Promise<void>
  logger: Logger
  intervalMs?: number
  maxTenants?: number
}

/** A process that is killed loses the counts of at most this time. */
const INTERVAL_MS = 5_000
/** Tenants counted at once, at about a tenth of a kilobyte each: what bounds the memory while the database is away. */
const MAX_TENANTS = 50_000

/** Counts until it is stopped, and stores every few seconds. */
export function createRequestCounter(options: CounterOptions): RequestCounter {
  const { store, logger, intervalMs = INTERVAL_MS, maxTenants = MAX_TENANTS } = options
  let counts = new Map<string, RequestCounts>()
  let uncounted = 0
  let flushing: Promise<void> | undefined

  function add(tenantId: string, added: RequestCounts): void {
    const known = counts.get(tenantId)
    if (known) {
      known.requests += added.requests
      known.refusals += added.refusals
      known.errors += added.errors
    } else if (counts.size < maxTenants) counts.set(tenantId, { ...added })
    else uncounted += added.requests
  }

  async function storeAll(): Promise<void> {
    const taken = counts
    counts = new Map()
    try {
      await store(taken)
    } catch (error) {
      for (const [tenantId, lost] of taken) add(tenantId, lost)
      logger.warn({ err: error, tenants: counts.size, uncounted }, 'usage could not be stored yet')
    }
  }

  async function flush(): Promise<void> {
    await flushing
    if (counts.size === 0) return
    flushing = storeAll().finally(() => (flushing = undefined))
    await flushing
  }

  const timer = setInterval(() => void (flushing ?? flush()), intervalMs)
  timer.unref()
  return {
    note: (tenantId, status) => {
      const refusals = status >= 400 && status < 500 ? 1 : 0
      add(tenantId, { requests: 1, refusals, errors: status >= 500 ? 1 : 0 })
    },
    flush,
    stop: async () => {
      clearInterval(timer)
      await flush()
    },
  }
}
