import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { io, type Socket } from 'socket.io-client'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { MAX_WATCHED_TOPICS, SOCKET_PATH, WATCH_BURST } from '../protocol.ts'
import { FLEET, runTopic, tenantTopic } from '../topic.ts'
import { IDENTITY_HEADER, somebody, type LiveServer } from './testing/live-server.ts'
import { PATIENCE, setUpLiveServers } from './testing/set-up-live-servers.ts'

describe('access to live status', () => {
  const { table, start, open } = setUpLiveServers()
  const sockets: Socket[] = []
  let server: LiveServer

  beforeEach(async () => {
    server = await start()
  })
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect()
  })

  /** A client that keeps to no protocol. */
  function openRaw(
    options: { headers?: Record<string, string>; auth?: object; transports?: string[] } = {},
  ): Socket {
    const { headers = { [IDENTITY_HEADER]: JSON.stringify(somebody(null)) }, auth = {}, transports } = options
    const socket = io(server.url, {
      forceNew: true,
      reconnection: false,
      transports: transports ?? ['websocket'],
      extraHeaders: headers,
      auth,
    })
    sockets.push(socket)
    return socket
  }
  async function connectRaw(): Promise<Socket> {
    const socket = openRaw()
    await vi.waitFor(() => expect(socket.connected).toBe(true), PATIENCE)
    return socket
  }
  async function ask(socket: Socket, message: unknown): Promise<unknown> {
    return socket.timeout(3_000).emitWithAck('watch', message)
  }
  async function refusal(socket: Socket): Promise<Error & { data?: unknown }> {
    return new Promise((resolve) => socket.once('connect_error', resolve))
  }

  it('refuses a socket that says neither who it is nor brings a token', async () => {
    expect((await refusal(openRaw({ headers: {} }))).data).toEqual({
      code: 'UNAUTHENTICATED',
      message: 'Please sign in.',
    })
    expect((await refusal(openRaw({ headers: {}, auth: { token: { a: 1 } } }))).data).toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it('lets a visitor with a token watch that run and nothing else', async () => {
    const [mine, other] = [table().createStream(), table().createStream()]
    const page = open(server, null)
    const seen = page.follow(mine.topic, mine.token)
    const refused = [page.follow(other.topic), page.follow(tenantTopic(mine.tenantId)), page.follow(FLEET)]
    await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('live'), PATIENCE)
    for (const { statuses } of refused)
      await vi.waitFor(() => expect(statuses.at(-1)).toBe('refused'), PATIENCE)
    await table().append(mine.topic, 1)
    await table().append(other.topic, 1)
    await vi.waitFor(() => expect(seen.seqs).toEqual([1]), PATIENCE)
    expect(refused.flatMap(({ seqs, snapshots }) => [...seqs, ...snapshots])).toEqual([])
  })

  it('answers alike for what does not exist and what belongs to others', async () => {
    const other = table().createStream()
    const page = open(server, somebody(newId()))
    const answers = []
    for (const topic of [other.topic, runTopic(newId()), tenantTopic(other.tenantId), FLEET]) {
      const seen = page.follow(topic)
      await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('refused'), PATIENCE)
      answers.push(seen.error())
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each(['websocket', 'polling'])('refuses pages of other origins on %s', async (transport) => {
    const identity = JSON.stringify(somebody(null))
    const foreign = { [IDENTITY_HEADER]: identity, origin: 'https://evil.example' }
    await refusal(openRaw({ headers: foreign, transports: [transport] }))
    const own = openRaw({
      headers: { [IDENTITY_HEADER]: identity, origin: server.url },
      transports: [transport],
    })
    await vi.waitFor(() => expect(own.connected).toBe(true), PATIENCE)
  })

  it('sends no CORS headers and leaves other paths to the pages', async () => {
    const polling = await get(`${SOCKET_PATH}/?EIO=4&transport=polling`)
    expect([polling.status, polling.headers['access-control-allow-origin']]).toEqual([200, undefined])
    expect((await get('/elsewhere')).body).toBe('page')
    expect((await get(`${SOCKET_PATH}/socket.io.js`)).status).not.toBe(200)
  })

  async function get(path: string) {
    return new Promise<{ status?: number | undefined; headers: NodeJS.Dict<unknown>; body: string }>(
      (resolve) => {
        httpRequest(`${server.url}${path}`, (response) => {
          let body = ''
          response.on('data', (chunk: Buffer) => (body += chunk.toString()))
          response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
        }).end()
      },
    )
  }

  it('answers malformed calls and ignores what it cannot answer', async () => {
    const socket = await connectRaw()
    const messages = [undefined, null, 7, 'fleet', [], {}, { topic: 'nothing' }, { topic: FLEET, after: 'x' }]
    for (const message of messages) {
      expect(await ask(socket, message)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
    }
    socket.emit('watch')
    socket.emit('watch', { topic: FLEET })
    socket.emit('watch', { topic: FLEET }, 'no callback')
    socket.emit('unwatch', 'nothing')
    socket.emit('unwatch')
    socket.emit('anything', 1, 2, 3)
    socket.emit('watch', Buffer.from('bytes'))
    expect(await ask(socket, { topic: FLEET })).toMatchObject({ ok: true })
    for (const packet of ['4', '4x', '42["watch"', '4' + '9'.repeat(50), '42{"a":1}', '451-["watch",{']) {
      const broken = await connectRaw()
      broken.io.engine.write(packet.slice(1))
      await vi.waitFor(() => expect(broken.connected).toBe(false), { timeout: 300 }).catch(() => undefined)
    }
    expect(await ask(socket, { topic: FLEET })).toMatchObject({ ok: true })
  })

  it('cuts off who sends more than a message can need', async () => {
    const socket = await connectRaw()
    socket.emit('watch', { topic: FLEET, token: 'x'.repeat(20_000) })
    await vi.waitFor(() => expect(socket.connected).toBe(false), PATIENCE)
    expect(await ask(await connectRaw(), { topic: FLEET })).toMatchObject({ ok: true })
  })

  it('limits how much one socket watches and how often it asks', async () => {
    const greedy = await connectRaw()
    const topics = Array.from({ length: MAX_WATCHED_TOPICS + 1 }, () => table().createStream().topic)
    const answers = await Promise.all(topics.map(async (topic) => ask(greedy, { topic })))
    expect(answers.slice(0, -1).every((answer) => (answer as { ok: boolean }).ok)).toBe(true)
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
    greedy.emit('unwatch', { topic: topics[0] })
    expect(await ask(greedy, { topic: topics.at(-1) })).toMatchObject({ ok: true })

    const hasty = await connectRaw()
    const many = await Promise.all(
      Array.from({ length: WATCH_BURST + 20 }, async () => ask(hasty, { topic: FLEET })),
    )
    const limited = many.filter((answer) => JSON.stringify(answer).includes('RATE_LIMITED'))
    expect(limited.length).toBeGreaterThan(10)
  })

  it('keeps trying while the server cannot say who somebody is', async () => {
    let away = true
    const flaky = await start({
      authenticate: async (caller) => {
        if (away) throw new AppError('DEPENDENCY_UNAVAILABLE')
        return caller
      },
    })
    const seen = open(flaky).follow(FLEET)
    await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('reconnecting'), PATIENCE)
    away = false
    await vi.waitFor(() => expect(seen.statuses.at(-1)).toBe('live'), PATIENCE)
  })

  it('takes rights away in every process', async () => {
    const second = await start()
    const { topic, tenantId } = table().createStream()
    const [anna, ben] = [somebody(tenantId), somebody(tenantId)]
    const watching = [open(server, anna), open(second, anna), open(server, ben)].map((page) =>
      page.follow(topic),
    )
    for (const { statuses } of watching)
      await vi.waitFor(() => expect(statuses.at(-1)).toBe('live'), PATIENCE)
    expect(server.realtime.revokeCaller({ sessionId: anna.sessionId })).toBe(1)
    for (const { statuses } of watching.slice(0, 2)) {
      await vi.waitFor(() => expect(statuses.at(-1)).toBe('refused'), PATIENCE)
    }
    expect(watching[2]?.statuses.at(-1)).toBe('live')
    second.realtime.disconnectTenant(tenantId)
    await vi.waitFor(() => expect(watching[2]?.statuses.at(-1)).toBe('refused'), PATIENCE)
    await vi.waitFor(
      () => expect(server.realtime.counts()).toMatchObject({ sockets: 0, topics: 0 }),
      PATIENCE,
    )
  })

  it('ends with the sign-in', async () => {
    const brief = await start({
      authenticate: async (caller) => ({ ...caller, expiresAt: Date.now() + 300 }),
    })
    const seen = open(brief).follow(FLEET)
    await vi.waitFor(() => expect(seen.statuses).toEqual(['connecting', 'live', 'refused']), PATIENCE)
    expect(seen.error()).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
