import { describe, expect, it, vi } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { FLEET, tenantTopic } from '../topic.ts'
import { somebody } from './testing/live-server.ts'
import { becomesLive, numbers, PATIENCE, setUpLiveServers } from './testing/set-up-live-servers.ts'

describe('live status', () => {
  const { table, start, open } = setUpLiveServers()

  it('starts with the state and goes on with events, each once and in order', async () => {
    const page = open(await start())
    const { topic } = table().createStream()
    await table().append(topic, 3)
    const seen = page.follow(topic)
    await becomesLive(seen)
    await table().append(topic, 20)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(4, 23)), PATIENCE)
    expect(seen.snapshots).toEqual([{ seen: 3 }])
    expect(seen.statuses).toEqual(['connecting', 'live'])
  })

  it('loses nothing between state and events while they are being written', async () => {
    const server = await start()
    const { topic } = table().createStream()
    const writing = table().append(topic, 150)
    const watchers = []
    for (let index = 0; index < 15; index += 1) {
      const page = open(server)
      watchers.push({ page, seen: page.follow(topic) })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await writing
    for (const { page, seen } of watchers) {
      await vi.waitFor(() => expect(seen.snapshots).toHaveLength(1), PATIENCE)
      const [{ seen: known }] = seen.snapshots as [{ seen: number }]
      await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(known + 1, 150)), PATIENCE)
      // The client would repair a gap and drop a duplicate; the server gave it no occasion.
      expect({ wire: page.wire, questions: page.questions() }).toEqual({ wire: seen.seqs, questions: 1 })
    }
  })

  it('keeps the order of 500 events within a second', async () => {
    const server = await start()
    const watched = table().createStream()
    const pagesAtOnce = [open(server), open(server), open(server)]
    const seen = pagesAtOnce.map((page) => page.follow(watched.topic))
    await Promise.all(seen.map(becomesLive))
    await table().append(watched.topic, 500)
    for (const { seqs } of seen) await vi.waitFor(() => expect(seqs).toEqual(numbers(1, 500)), PATIENCE)
    expect(server.realtime.counts()).toMatchObject({ sockets: 3, topics: 1, watchers: 3, events: 500 })
    expect(server.realtime.counts().latency.count).toBe(500)
  })

  it('sends a tenant its own events alone, and the fleet all of them', async () => {
    const server = await start()
    const [mine, other] = [table().createStream(), table().createStream()]
    await table().append(mine.topic, 2)
    const tenant = open(server, somebody(mine.tenantId)).follow(tenantTopic(mine.tenantId))
    const fleet = open(server).follow(FLEET)
    await Promise.all([becomesLive(tenant), becomesLive(fleet)])
    await table().append(other.topic, 3)
    await table().append(mine.topic, 2)
    const seqsOf = (seen: typeof fleet, of: string) => seen.seqsByTenant.get(of)
    await vi.waitFor(() => expect(seqsOf(fleet, other.tenantId)).toEqual([1, 2, 3]), PATIENCE)
    // Events on their way while the snapshot is read may come although it contains them: applying them is harmless.
    for (const seen of [fleet, tenant]) {
      await vi.waitFor(() => expect(seqsOf(seen, mine.tenantId)?.slice(-2)).toEqual([3, 4]), PATIENCE)
    }
    expect(tenant.snapshots).toEqual([{ events: 2 }])
    expect([...tenant.seqsByTenant.keys()]).toEqual([mine.tenantId])
  })

  it('sends a second listener of the same topic the state too, and stops when nobody listens', async () => {
    const server = await start()
    const page = open(server)
    const { topic } = table().createStream(newId())
    const first = page.follow(topic)
    await becomesLive(first)
    await table().append(topic, 2)
    const second = page.follow(topic)
    await becomesLive(second)
    await table().append(topic, 1)
    await vi.waitFor(() => expect([first.seqs.at(-1), second.seqs]).toEqual([3, [3]]), PATIENCE)
    expect(second.snapshots).toEqual([{ seen: 2 }])
    first.stop()
    second.stop()
    await vi.waitFor(
      () => expect(server.realtime.counts()).toMatchObject({ topics: 0, sockets: 1 }),
      PATIENCE,
    )
  })
})
