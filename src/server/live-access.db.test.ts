import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WatchAnswer } from '#src/realtime/protocol.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const opened: Socket[] = []
let mine: Workspace
let theirs: Workspace

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
})
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})

/** @param host subdomain whose host is called; the apex without */
async function open(token: string, host?: string): Promise<Socket> {
  const { port } = current()
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: {
      host: `${host ? `${host}.` : ''}berth.localhost:${port}`,
      authorization: `Bearer ${token}`,
    },
  })
  opened.push(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function watch(socket: Socket, topic: string): Promise<string> {
  const answer = (await socket.timeout(5_000).emitWithAck('watch', { topic })) as WatchAnswer
  return answer.ok ? 'ok' : answer.error.code
}

describe('a socket', () => {
  it('watches what belongs to its person and nothing else', async () => {
    const socket = await open(mine.token, mine.subdomain)
    expect(await watch(socket, `run:${mine.runId}`)).toBe('ok')
    expect(await watch(socket, `tenant:${mine.tenantId}`)).toBe('ok')
    expect(await watch(socket, `run:${theirs.runId}`)).toBe('NOT_FOUND')
    expect(await watch(socket, `tenant:${theirs.tenantId}`)).toBe('NOT_FOUND')
    expect(await watch(socket, 'fleet')).toBe('NOT_FOUND')
  })

  it('is nobody on the host of another workspace', async () => {
    const socket = await open(mine.token, theirs.subdomain)
    expect(await watch(socket, `run:${mine.runId}`)).toBe('NOT_FOUND')
    expect(await watch(socket, `tenant:${mine.tenantId}`)).toBe('NOT_FOUND')
  })

  it('is not opened where there is no workspace', async () => {
    await expect(open(mine.token, 'nobody-here')).rejects.toThrow('Please sign in.')
  })

  it('ends when its workspace is suspended, and is not opened again', async () => {
    const [here, there] = [await open(theirs.token, theirs.subdomain), await open(theirs.token)]
    const closed = [here, there].map((socket) => new Promise((resolve) => socket.once('disconnect', resolve)))
    const setStatus = (status: string) =>
      current().inspect('update platform.tenants set status = $1 where id = $2', [status, theirs.tenantId])
    await setStatus('suspended')
    await Promise.all(closed)
    await expect(open(theirs.token, theirs.subdomain)).rejects.toThrow(/suspended/)
    await expect(open(theirs.token)).rejects.toThrow(/suspended/)
    await setStatus('trial')
    await expect.poll(() => open(theirs.token).then(() => 'open', String)).toBe('open')
  })

  it('loses what it watches, and ends, with its session', async () => {
    const { email, password, subdomain } = mine
    const login = await current().client.call('POST', '/api/v1/auth/login', {
      body: { email, password },
      host: subdomain,
    })
    const token: string = login.body.accessToken
    const socket = await open(token, subdomain)
    expect(await watch(socket, `tenant:${mine.tenantId}`)).toBe('ok')
    const revoked = new Promise((resolve) => socket.once('revoked', resolve))
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    await current().client.call('POST', '/api/v1/auth/logout', { token, host: subdomain, body: {} })
    expect(await revoked).toEqual({ topic: `tenant:${mine.tenantId}`, reason: 'signed-out' })
    await closed
  })

  it('watches nothing more when its session has ended unheard', async () => {
    const socket = await open(theirs.token, theirs.subdomain)
    expect(await watch(socket, `tenant:${theirs.tenantId}`)).toBe('ok')
    const { tenantId } = theirs
    await current().database.platform.session.updateMany({
      where: { tenantId },
      data: { expiresAt: new Date(0) },
    })
    expect(await watch(socket, `run:${theirs.runId}`)).toBe('NOT_FOUND')
  })

  it('ends when its person gets another role, is switched off or removed, and not with the others', async () => {
    const { call } = current().client
    const change = (id: string, body: object) =>
      call('PATCH', `/api/v1/tenants/me/admins/${id}`, { token: mine.token, body })
    const ends: ((id: string) => Promise<unknown>)[] = [
      (id) => change(id, { role: 'manager' }),
      (id) => change(id, { isActive: false }),
      (id) => call('DELETE', `/api/v1/tenants/me/admins/${id}`, { token: mine.token }),
    ]
    const bystander = await open(mine.token, mine.subdomain)
    for (const end of ends) {
      const person = await addTeamMate(current(), mine, 'staff')
      const socket = await open(person.token, mine.subdomain)
      expect(await watch(socket, `tenant:${mine.tenantId}`)).toBe('ok')
      const closed = new Promise((resolve) => socket.once('disconnect', resolve))
      await end(person.id)
      await closed
    }
    expect(bystander.connected).toBe(true)
  })
})
