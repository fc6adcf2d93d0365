import { describe, expect, it, vi } from 'vitest'
import { createLogger } from '#src/logging/server/logger.ts'
import type { StoredEvent } from '../protocol.ts'
import { FLEET, runTopic, tenantTopic, type StreamTopic, type Topic } from '../topic.ts'
import { createRelay } from './relay.ts'

const RUN = runTopic('018f0000-0000-7000-8000-000000000001')
const TENANT = '018f0000-0000-7000-8000-0000000000aa'
const OTHER_TENANT = '018f0000-0000-7000-8000-0000000000bb'

/** A relay over events in memory; `load` resolves a pending load when loads are held. */
function setUp({ watched = [RUN] as Topic[], held = false } = {}) {
  const stored: StoredEvent[] = []
  const published: string[] = []
  const loads: number[] = []
  const pending: (() => void)[] = []
  let failures = 0
  const topics = new Set<Topic>(watched)
  const source = {
    authorize: async () => true,
    snapshot: async () => null,
    eventsAfter: async (_: StreamTopic, seq: number) => {
      loads.push(seq)
      if (held) await new Promise<void>((resolve) => pending.push(resolve))
      if (failures > 0) {
        failures -= 1
        throw new Error('away')
      }
      return stored.filter((event) => event.seq > seq).slice(0, 100)
    },
    lastSeqs: async () => new Map([[RUN, stored.length]]),
  }
  const relay = createRelay({
    source,
    audience: {
      isWatched: (topic) => topics.has(topic),
      publish: ({ topic, events }) => {
        for (const { seq } of events) published.push(`${topic === RUN ? 'run' : topic} ${seq}`)
      },
    },
    logger: createLogger({ level: 'silent' }),
  })
  return {
    relay,
    topics,
    loads,
    published,
    store: (count: number, tenantId = TENANT) => {
      for (let index = 0; index < count; index += 1) {
        stored.push({ tenantId, seq: stored.length + 1, at: new Date().toISOString() })
      }
    },
    announce: (seq: number, tenantId = TENANT) => relay.announce({ topic: RUN, tenantId, seq }),
    load: () => pending.shift()?.(),
    failNext: (count: number) => (failures = count),
  }
}

const settle = async () => new Promise((resolve) => setTimeout(resolve, 5))
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `run ${index + 1}`)

describe('the relay', () => {
  it('turns a burst of announcements into few loads and keeps the order', async () => {
    const { relay, store, announce, load, loads, published } = setUp({ held: true })
    await relay.reach(RUN, 0)
    store(1)
    announce(1)
    store(499)
    for (let seq = 2; seq <= 500; seq += 1) announce(seq)
    for (let turn = 0; turn < 10; turn += 1) {
      load()
      await settle()
    }
    expect(published).toEqual(numbered(500))
    expect(loads).toEqual([0, 100, 200, 300, 400])
  })

  it('sends nothing twice when announcements come late, twice or out of order', async () => {
    const { relay, store, announce, published } = setUp()
    await relay.reach(RUN, 0)
    store(3)
    for (const seq of [3, 1, 2, 3, 3]) announce(seq)
    await settle()
    expect(published).toEqual(numbered(3))
  })

  it('does not touch the database for what nobody here watches', async () => {
    const { store, announce, loads } = setUp({ watched: [tenantTopic(OTHER_TENANT)] })
    store(1)
    announce(1)
    await settle()
    expect(loads).toEqual([])
  })

  it('sends to the run, its tenant and the fleet, by the tenant that is stored and not the announced one', async () => {
    const watched = [RUN, tenantTopic(TENANT), tenantTopic(OTHER_TENANT), FLEET]
    const { store, announce, published } = setUp({ watched })
    store(1)
    announce(1, OTHER_TENANT)
    await settle()
    expect(published).toEqual(['run 1', `${tenantTopic(TENANT)} 1`, 'fleet 1'])
  })

  it('is not led astray by an announcement of events that do not exist', async () => {
    const { store, announce, published } = setUp({ watched: [FLEET] })
    announce(900)
    await settle()
    store(1)
    announce(1)
    await settle()
    expect(published).toEqual(['fleet 1'])
  })

  it('brings others up to the number a new watcher already has', async () => {
    const { relay, store, published } = setUp()
    await relay.reach(RUN, 0)
    store(4)
    await relay.reach(RUN, 4)
    expect(published).toEqual(numbered(4))
  })

  it('finds in a sweep what was never announced', async () => {
    const { relay, store, published } = setUp()
    await relay.reach(RUN, 0)
    store(2)
    await relay.sweep()
    await settle()
    expect(published).toEqual(numbered(2))
  })

  it('tries again by itself when the database was away', async () => {
    const { relay, store, announce, failNext, published } = setUp()
    await relay.reach(RUN, 0)
    store(2)
    failNext(2)
    announce(2)
    await vi.waitFor(() => expect(published).toEqual(numbered(2)), 2_000)
  })

  it('says so when a new watcher cannot be brought up to date', async () => {
    const { relay, store, failNext } = setUp()
    await relay.reach(RUN, 0)
    store(1)
    failNext(1)
    await expect(relay.reach(RUN, 1)).rejects.toThrow('away')
  })

  it('is silent once closed', async () => {
    const { relay, store, announce, load, published } = setUp({ held: true })
    await relay.reach(RUN, 0)
    store(1)
    announce(1)
    relay.close()
    load()
    await settle()
    expect(published).toEqual([])
  })
})
