import { connect } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { SOCKET_PATH } from '../protocol.ts'
import { tenantTopic } from '../topic.ts'
import { becomesLive, numbers, PATIENCE, setUpLiveServers } from './testing/set-up-live-servers.ts'

describe('live status through outages', () => {
  const { testDatabase, table, start, open } = setUpLiveServers()

  it('gives a watcher who was away what it missed, and nothing twice', async () => {
    const page = open(await start())
    const { topic } = table().createStream()
    const seen = page.follow(topic)
    await becomesLive(seen)
    const writing = table().append(topic, 200)
    for (let loss = 0; loss < 3; loss += 1) {
      await vi.waitFor(() => expect(seen.seqs.length).toBeGreaterThan(loss * 20), PATIENCE)
      page.socket.io.engine.close()
      await becomesLive(seen)
    }
    await writing
    await table().append(topic, 1)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 201)), PATIENCE)
    expect(seen.snapshots).toHaveLength(1)
    expect(seen.statuses).toContain('reconnecting')
  })

  it('survives a restart of the server on the same port', async () => {
    const first = await start()
    const page = open(first)
    const { topic } = table().createStream()
    const seen = page.follow(topic)
    await becomesLive(seen)
    await table().append(topic, 5)
    const stopping = performance.now()
    await first.stop()
    expect(performance.now() - stopping).toBeLessThan(1_200)
    await table().append(topic, 5)
    await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('reconnecting'), PATIENCE)
    await start({ port: first.port })
    await becomesLive(seen)
    await table().append(topic, 5)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 15)), PATIENCE)
  })

  it('reaches watchers of two servers, and one who moves between them', async () => {
    const [a, b] = [await start(), await start()]
    const { topic } = table().createStream()
    const [seenAtA, seenAtB] = [open(a).follow(topic), open(b).follow(topic)]
    await Promise.all([becomesLive(seenAtA), becomesLive(seenAtB)])
    await table().append(topic, 30)
    for (const { seqs } of [seenAtA, seenAtB]) {
      await vi.waitFor(() => expect(seqs).toEqual(numbers(1, 30)), PATIENCE)
    }
    const moving = open(a)
    moving.socket.io.opts.reconnectionDelay = 1
    const seen = moving.follow(topic)
    await becomesLive(seen)
    // What a load balancer would do after the first server has gone.
    Object.assign(moving.socket.io, { uri: b.url })
    moving.socket.io.engine.close()
    await table().append(topic, 10)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(31, 40)), PATIENCE)
    expect(b.realtime.counts().sockets).toBe(2)
  })

  it('finds its way back when PostgreSQL ends the listening connection', async () => {
    const { inspect } = testDatabase()
    const server = await start()
    const { topic, tenantId } = table().createStream()
    const [seen, feed] = [open(server).follow(topic), open(server).follow(tenantTopic(tenantId))]
    await Promise.all([becomesLive(seen), becomesLive(feed)])
    await vi.waitFor(() => expect(feed.snapshots).toHaveLength(1), PATIENCE)
    await table().append(topic, 10)
    const ended = await inspect(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'berth-events' and datname = current_database()`,
    )
    expect(ended.length).toBe(1)
    await table().append(topic, 10)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 20)), PATIENCE)
    await vi.waitFor(() => expect(server.realtime.counts().listening).toBe(true), PATIENCE)
    await table().append(topic, 5)
    await vi.waitFor(() => expect(seen.seqs).toEqual(numbers(1, 25)), PATIENCE)
    // The feed cannot know what it missed: it was told to look again.
    await vi.waitFor(() => expect(feed.snapshots.length).toBeGreaterThan(1), PATIENCE)
    expect(feed.seqs.at(-1)).toBe(25)
  })

  it('finds events that were never announced', async () => {
    const page = open(await start())
    const { topic } = table().createStream()
    const seen = page.follow(topic)
    await becomesLive(seen)
    await table().append(topic, 2, { silent: true })
    await vi.waitFor(() => expect(seen.seqs).toEqual([1, 2]), PATIENCE)
  })

  it('does not wait for clients that ignore the end', async () => {
    const server = await start()
    const deaf = connect(server.port, '127.0.0.1')
    deaf.on('error', () => undefined)
    deaf.write(
      `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    const received: string[] = []
    deaf.on('data', (chunk) => void received.push(chunk.toString('latin1')))
    await vi.waitFor(() => expect(received.join('')).toContain('101 Switching Protocols'), PATIENCE)
    const stopping = performance.now()
    await server.stop()
    expect(performance.now() - stopping).toBeLessThan(3_000)
    deaf.destroy()
  })
})
