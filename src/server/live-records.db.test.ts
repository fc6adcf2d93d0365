import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChangedMessage, WatchAnswer } from '#src/realtime/protocol.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Workspace } from './testing/test-client.ts'
import { startTestServer, useTestServer, type TestServer } from './testing/test-server.ts'

/** Long enough for a hint to arrive, in milliseconds, where the test is that none does. */
const SILENCE_MS = 400

const first = useTestServer()
let second: TestServer
let mine: Workspace
let theirs: Workspace
const opened: Socket[] = []

beforeAll(async () => {
  second = await startTestServer({ database: first(), worker: false })
  mine = await first().client.createWorkspace({ modules: ['pet-care', 'lettings'] })
  theirs = await first().client.createWorkspace({ modules: ['pet-care', 'lettings'] })
})
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})
afterAll(() => second.dispose())

type Listener = { socket: Socket; answer: string; heard: ChangedMessage['changes'][number][] }

/** Somebody who watches the changes of a tenant through one of the two processes. */
async function listen(
  { port }: TestServer,
  { token, subdomain, tenantId }: { token: string; subdomain: string; tenantId: string },
): Promise<Listener> {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { host: `${subdomain}.berth.localhost:${port}`, authorization: `Bearer ${token}` },
  })
  opened.push(socket)
  const heard: Listener['heard'] = []
  socket.on('changed', ({ changes }: ChangedMessage) => heard.push(...changes))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return { socket, heard, answer: await watch(socket, tenantId) }
}

async function watch(socket: Socket, tenantId: string): Promise<string> {
  const topic = `records:${tenantId}`
  const answer = (await socket.timeout(5_000).emitWithAck('watch', { topic })) as WatchAnswer
  return answer.ok ? 'ok' : answer.error.code
}

async function addProperty({ token }: Pick<Workspace, 'token'>, headers: Record<string, string> = {}) {
  const body = { name: 'Quay 1', address: 'Quay 1', type: 'apartment', bedrooms: 1, nightlyRateCents: 9000 }
  const { status, body: record } = await first().client.call('POST', '/api/v1/properties', {
    token,
    body,
    headers,
  })
  expect([status, record.error]).toEqual([201, undefined])
  return record as { id: string; updatedAt: string }
}

const silence = () => new Promise((resolve) => setTimeout(resolve, SILENCE_MS))

describe('a change of a record', () => {
  it('is heard by the people of the tenant at every process, and by nobody else', async () => {
    const colleague = await addTeamMate(first(), mine, 'viewer')
    const here = await listen(first(), { ...mine, token: colleague.token })
    const there = await listen(second, mine)
    const stranger = await listen(second, theirs)
    expect([here.answer, there.answer, stranger.answer]).toEqual(['ok', 'ok', 'ok'])
    expect(await watch(stranger.socket, mine.tenantId)).toBe('NOT_FOUND')

    const { id } = await addProperty(mine)
    await expect
      .poll(() => [here.heard, there.heard])
      .toEqual([1, 2].map(() => [{ resource: 'properties', ids: [id] }]))
    const { call } = first().client
    await call('PATCH', `/api/v1/properties/${id}`, { token: mine.token, body: { bedrooms: 2 } })
    await expect.poll(() => there.heard).toHaveLength(2)
    await call('DELETE', `/api/v1/properties/${id}`, { token: mine.token })
    await expect.poll(() => there.heard).toHaveLength(3)
    expect(stranger.heard).toEqual([])
  })

  it('is not heard when nothing was changed or stored', async () => {
    const { id } = await addProperty(mine)
    const listener = await listen(second, mine)
    const { call } = first().client
    await silence()
    listener.heard.length = 0
    await call('PATCH', `/api/v1/properties/${id}`, { token: mine.token, body: { bedrooms: 1 } })
    await call('PATCH', `/api/v1/properties/${id}`, { token: mine.token, body: { bedrooms: -1 } })
    await call('PATCH', `/api/v1/properties/${id}`, {
      token: mine.token,
      body: { bedrooms: 3, updatedAt: new Date(0).toISOString() },
    })
    await silence()
    expect(listener.heard).toEqual([])
  })

  it('tells a client that there was one, and not of which record', async () => {
    const client = await addTeamMate(first(), mine, 'client')
    const listener = await listen(second, { ...mine, token: client.token })
    await addProperty(mine)
    await expect.poll(() => listener.heard).toEqual([{ resource: 'properties', ids: null }])
  })

  it('is not heard by those who may not list such records', async () => {
    const token = await createApiToken(['bookings:list'])
    const listener = await listen(first(), { ...mine, token })
    expect(listener.answer).toBe('ok')
    await addProperty(mine)
    await silence()
    expect(listener.heard).toEqual([])
  })

  it('is not told to the page that made it', async () => {
    const page = await listen(first(), mine)
    const other = await listen(second, mine)
    await addProperty(mine, { 'x-live-socket': page.socket.id ?? '' })
    await expect.poll(() => other.heard).toHaveLength(1)
    await silence()
    expect(page.heard).toEqual([])
  })

  it('is no longer heard by somebody whose rights have ended', async () => {
    const person = await addTeamMate(first(), mine, 'staff')
    const listener = await listen(second, { ...mine, token: person.token })
    const closed = new Promise((resolve) => listener.socket.once('disconnect', resolve))
    await first().client.call('DELETE', `/api/v1/tenants/me/admins/${person.id}`, { token: mine.token })
    await closed
    await addProperty(mine)
    await silence()
    expect(listener.heard).toEqual([])
  })

  it('of a module that is switched off is heard by nobody', async () => {
    const listener = await listen(second, mine)
    const { inspect } = first()
    const setEnabled = (isOn: boolean) =>
      inspect(`update platform.tenant_features set enabled = $2 where tenant_id = $1 and name = 'lettings'`, [
        mine.tenantId,
        isOn,
      ])
    await setEnabled(false)
    await vi.waitFor(async () => {
      const { status } = await second.client.call('GET', '/api/v1/properties', { token: mine.token })
      expect(status).toBe(403)
    })
    await inspect(`select pg_notify('berth_events', $1)`, [
      JSON.stringify({ changed: { tenantId: mine.tenantId, by: null, resources: { properties: null } } }),
    ])
    await silence()
    expect(listener.heard).toEqual([])
    await setEnabled(true)
  })

  it('is heard again after the announcements were away, by those who show who they are', async () => {
    const [asking, quiet] = [await listen(second, mine), await listen(second, mine)]
    const stale = [asking, quiet].map(({ socket }) => new Promise((resolve) => socket.once('stale', resolve)))
    await first().inspect(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'berth-events' and datname = current_database()`,
    )
    await Promise.all(stale)
    expect(await watch(asking.socket, mine.tenantId)).toBe('ok')
    await vi.waitFor(async () => {
      await addProperty(mine)
      expect(asking.heard).not.toEqual([])
    })
    expect(quiet.heard).toEqual([])
  })
})

async function createApiToken(scopes: string[]): Promise<string> {
  const { body } = await first().client.call('POST', '/api/v1/tenants/me/api-tokens', {
    token: mine.token,
    body: { name: 'narrow', scopes },
  })
  return String(body.token)
}
