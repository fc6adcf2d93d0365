import { describe, expect, it, vi } from 'vitest'
import { createLogger } from '#src/logging/server/logger.ts'
import { createRequestCounter, type RequestCounts } from './request-counter.ts'

const logger = createLogger({ level: 'silent' })

function recordStores() {
  const stored: Record<string, RequestCounts>[] = []
  const store = vi.fn(async (counts: ReadonlyMap<string, RequestCounts>) => {
    stored.push(Object.fromEntries(counts))
  })
  return { store, stored }
}

describe('the counter of requests', () => {
  it('stores what was answered, by tenant and outcome, and begins anew', async () => {
    const { store, stored } = recordStores()
    const counter = createRequestCounter({ store, logger })
    for (const status of [200, 201, 404, 429, 500]) counter.note('a', status)
    counter.note('b', 304)
    await counter.flush()
    counter.note('b', 200)
    await counter.stop()
    expect(stored).toEqual([
      {
        a: { requests: 5, refusals: 2, errors: 1 },
        b: { requests: 1, refusals: 0, errors: 0 },
      },
      { b: { requests: 1, refusals: 0, errors: 0 } },
    ])
  })

  it('asks nobody when nothing was counted', async () => {
    const { store } = recordStores()
    await createRequestCounter({ store, logger }).stop()
    expect(store).not.toHaveBeenCalled()
  })

  it('keeps what could not be stored, with what came meanwhile', async () => {
    const { store, stored } = recordStores()
    const counter = createRequestCounter({ store, logger })
    store.mockImplementationOnce(async () => {
      counter.note('a', 500)
      throw new Error('the database is away')
    })
    counter.note('a', 200)
    await counter.flush()
    await counter.flush()
    expect(stored).toEqual([{ a: { requests: 2, refusals: 0, errors: 1 } }])
    await counter.stop()
  })

  it('holds no more tenants than it may, and goes on counting those it has', async () => {
    const { store, stored } = recordStores()
    const counter = createRequestCounter({ store, logger, maxTenants: 2 })
    for (const tenant of ['a', 'b', 'c', 'a']) counter.note(tenant, 200)
    await counter.stop()
    expect(Object.keys(stored[0] ?? {})).toEqual(['a', 'b'])
    expect(stored[0]?.['a']?.requests).toBe(2)
  })

  it('stores by itself, one store at a time', async () => {
    vi.useFakeTimers()
    try {
      const { store } = recordStores()
      let finish: () => void = () => undefined
      store.mockImplementationOnce(() => new Promise<void>((resolve) => (finish = resolve)))
      const counter = createRequestCounter({ store, logger, intervalMs: 100 })
      counter.note('a', 200)
      await vi.advanceTimersByTimeAsync(100)
      counter.note('a', 200)
      await vi.advanceTimersByTimeAsync(300)
      expect(store).toHaveBeenCalledTimes(1)
      finish()
      await vi.advanceTimersByTimeAsync(100)
      expect(store).toHaveBeenCalledTimes(2)
    } finally {
      vi.useRealTimers()
    }
  })
})
