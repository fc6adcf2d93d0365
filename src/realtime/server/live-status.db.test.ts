import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import { FLEET, tenantTopic } from '../topic.ts'
import { createEventTable, type EventTable } from './testing/event-table.ts'
import { openPage, somebody, startLiveServer, type LiveServer, type Page } from './testing/live-server.ts'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const PATIENCE = { timeout: 10_000, interval: 10 }

describe('live status', () => {
  const testDatabase = useTestDatabase()
  const servers: LiveServer[] = []
  const pages: Page[] = []
  let table: EventTable

  beforeAll(async () => {
    table = await createEventTable(testDatabase().database.pool)
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) page.client.close()
    for (const server of servers.splice(0)) await server.stop()
  })

  async function start(port?: number): Promise<LiveServer> {
    const { sources } = table
    const server = await startLiveServer({
      databaseUrl: testDatabase().url,
      sources,
      ...(port ? { port } : {}),
    })
    servers.push(server)
    await vi.waitFor(() => expect(server.realtime.counts().listening).toBe(true), PATIENCE)
    return server
  }
  function open(server: LiveServer, identity = somebody(null)): Page {
    const page = openPage(server.url, identity)
    pages.push(page)
    return page
  }
  async function live(followed: { statuses: string[] }): Promise<void> {
    await vi.waitFor(() => expect(followed.statuses.at(-1)).toBe('live'), PATIENCE)
  }

  it('starts with the state and goes on with events, each once and in order', async () => {
    const page = open(await start())
    const { topic } = table.createStream()
    await table.append(topic, 3)
    const seen = page.follow(topic)
    await live(seen)
    await table.append(topic, 20)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(4, 23)), PATIENCE)
    expect(seen.snapshots).toEqual([{ seen: 3 }])
    expect(seen.statuses).toEqual(['connecting', 'live'])
  })

  it('loses nothing between state and events while they are being written', async () => {
    const server = await start()
    const { topic } = table.createStream()
    const writing = table.append(topic, 150)
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

  it('gives a watcher who was away what it missed, and nothing twice', async () => {
    const page = open(await start())
    const { topic } = table.createStream()
    const seen = page.follow(topic)
    await live(seen)
    const writing = table.append(topic, 200)
    for (let loss = 0; loss < 3; loss += 1) {
      await vi.waitFor(() => expect(seen.seqs.length).toBeGreaterThan(loss * 20), PATIENCE)
      page.socket.io.engine.close()
      await live(seen)
    }
    await writing
    await table.append(topic, 1)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 201)), PATIENCE)
    expect(seen.snapshots).toHaveLength(1)
    expect(seen.statuses).toContain('reconnecting')
  })

  it('survives a restart of the server on the same port', async () => {
    const first = await start()
    const page = open(first)
    const { topic } = table.createStream()
    const seen = page.follow(topic)
    await live(seen)
    await table.append(topic, 5)
    const stopping = performance.now()
    await first.stop()
    servers.length = 0
    expect(performance.now() - stopping).toBeLessThan(3_000)
    await table.append(topic, 5)
    await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('reconnecting'), PATIENCE)
    await start(first.port)
    await live(seen)
    await table.append(topic, 5)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 15)), PATIENCE)
  })

  it('reaches watchers of two servers, and one who moves between them', async () => {
    const [a, b] = [await start(), await start()]
    const { topic } = table.createStream()
    const [seenAtA, seenAtB] = [open(a).follow(topic), open(b).follow(topic)]
    await Promise.all([live(seenAtA), live(seenAtB)])
    await table.append(topic, 30)
    for (const { seqs } of [seenAtA, seenAtB]) {
      await vi.waitFor(() => expect(seqs).toEqual(numbers(1, 30)), PATIENCE)
    }
    const moving = open(a)
    moving.socket.io.opts.reconnectionDelay = 1
    const seen = moving.follow(topic)
    await live(seen)
    // What a load balancer would do after the first server has gone.
    Object.assign(moving.socket.io, { uri: b.url })
    moving.socket.io.engine.close()
    await table.append(topic, 10)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(31, 40)), PATIENCE)
    expect(b.realtime.counts().sockets).toBe(2)
  })

  it('finds its way back when PostgreSQL ends the listening connection', async () => {
    const { inspect } = testDatabase()
    const server = await start()
    const { topic, tenantId } = table.createStream()
    const [seen, feed] = [open(server).follow(topic), open(server).follow(tenantTopic(tenantId))]
    await Promise.all([live(seen), live(feed)])
    await vi.waitFor(() => expect(feed.snapshots).toHaveLength(1), PATIENCE)
    await table.append(topic, 10)
    const ended = await inspect(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'berth-events' and datname = current_database()`,
    )
    expect(ended.length).toBe(1)
    await table.append(topic, 10)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 20)), PATIENCE)
    await vi.waitFor(() => expect(server.realtime.counts().listening).toBe(true), PATIENCE)
    await table.append(topic, 5)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 25)), PATIENCE)
    // The feed cannot know what it missed: it was told to look again.
    await vi.waitFor(() => expect(feed.snapshots.length).toBeGreaterThan(1), PATIENCE)
    expect(feed.seqs.at(-1)).toBe(25)
  })

  it('finds events that were never announced', async () => {
    const page = open(await start())
    const { topic } = table.createStream()
    const seen = page.follow(topic)
    await live(seen)
    await table.append(topic, 2, { silent: true })
    await vi.waitFor(() => expect(seen.seqs).toEqual([1, 2]), PATIENCE)
  })

  it('keeps the order of 500 events within a second', async () => {
    const server = await start()
    const watched = table.createStream()
    const pagesAtOnce = [open(server), open(server), open(server)]
    const seen = pagesAtOnce.map((page) => page.follow(watched.topic))
    await Promise.all(seen.map(live))
    await table.append(watched.topic, 500)
    for (const { seqs } of seen) await vi.waitFor(() => expect(seqs).toEqual(numbers(1, 500)), PATIENCE)
    expect(server.realtime.counts()).toMatchObject({ sockets: 3, topics: 1, watchers: 3, events: 500 })
    expect(server.realtime.counts().latency.count).toBe(500)
  })

  it('sends a tenant its own events alone, and the fleet all of them', async () => {
    const server = await start()
    const [mine, other] = [table.createStream(), table.createStream()]
    await table.append(mine.topic, 2)
    const tenant = open(server, somebody(mine.tenantId)).follow(tenantTopic(mine.tenantId))
    const fleet = open(server).follow(FLEET)
    await Promise.all([live(tenant), live(fleet)])
    await table.append(other.topic, 3)
    await table.append(mine.topic, 2)
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
    const { topic } = table.createStream(newId())
    const first = page.follow(topic)
    await live(first)
    await table.append(topic, 2)
    const second = page.follow(topic)
    await live(second)
    await table.append(topic, 1)
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
