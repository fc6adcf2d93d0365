import type { Socket } from 'socket.io-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ChangedMessage, WatchAnswer } from '#src/realtime/protocol.ts'
import { openSocket } from './testing/open-socket.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const server = useTestServer()
const opened: Socket[] = []
let mine: Workspace
let theirs: Workspace

beforeAll(async () => {
  mine = await server().client.createWorkspace({ modules: ['overlay'] })
  theirs = await server().client.createWorkspace({ modules: ['overlay'] })
})
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})

type Link = { id: string; token: string; url: string }

async function post(path: string, body: object, { token }: Workspace = mine): Promise<Answer['body']> {
  const answer = await server().client.call('POST', `/api/v1${path}`, { token, body })
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

function createLink(workspace: Workspace = mine): Promise<Link> {
  return post('/overlay-links', { name: 'OBS' }, workspace)
}

/** A link whose making everybody has been told of: that is a change of links, and ends what listens by one. */
async function createKnownLink(): Promise<Link> {
  const socket = await openSocket({ port: server().port, subdomain: mine.subdomain }, { bearer: mine.token })
  opened.push(socket)
  await watch(socket, mine.tenantId)
  const told = new Promise<void>((resolve) => {
    socket.on('changed', ({ changes }: ChangedMessage) => {
      if (changes.some(({ resource }) => resource === 'overlay-links')) resolve()
    })
  })
  const link = await createLink()
  await told
  return link
}

/** What somebody sees who has nothing but the token. */
function look(token: string, host?: string): Promise<Answer> {
  const path = `/api/v1/overlay/scene?token=${encodeURIComponent(token)}`
  return server().client.call('GET', path, host === undefined ? {} : { host })
}

async function listen(token: string, workspace: Workspace = mine) {
  const socket = await openSocket({ port: server().port, subdomain: workspace.subdomain }, { token })
  opened.push(socket)
  const heard: ChangedMessage['changes'][number][] = []
  let isStale = false
  socket.on('changed', ({ changes }: ChangedMessage) => heard.push(...changes))
  socket.on('stale', () => (isStale = true))
  return { heard, isStale: () => isStale, watch: (tenantId: string) => watch(socket, tenantId) }
}

async function watch(socket: Socket, tenantId: string): Promise<string> {
  const topic = `records:${tenantId}`
  const answer = (await socket.timeout(5_000).emitWithAck('watch', { topic })) as WatchAnswer
  return answer.ok ? 'ok' : answer.error.code
}

const REFUSED = { status: 401, body: { error: { code: 'TOKEN_INVALID' } } }

describe('who has the link of an overlay', () => {
  it('sees what it shows on the host of the workspace and on the apex, and nothing else of it', async () => {
    const { token, url } = await createLink()
    expect(url).toContain(`http://${mine.subdomain}.`)
    expect(url.split('#')[1]).toBe(token)
    await post('/goals', { label: 'New camera', targetValue: 500, progress: 'tip-amount' })
    const viewer = await post('/viewers', { username: 'NightOwl', country: 'Hiddenland' })
    await post('/stream/tips', { username: 'NightOwl', amountCents: 1250, message: 'Hi!', points: 20 })
    for (const host of [mine.subdomain, undefined]) {
      const { status, body } = await look(token, host)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        currency: 'GBP',
        goals: [{ label: 'New camera', current: 1250, target: 50_000, unit: 'money' }],
        tips: [{ from: 'NightOwl', amountCents: 1250, message: 'Hi!', isTest: false }],
        leaderboards: { daily: [{ name: 'NightOwl', points: 20 }], allTime: [{ name: 'NightOwl' }] },
      })
      const text = JSON.stringify(body)
      for (const secret of [viewer.id, mine.tenantId, mine.email, 'Hiddenland', token]) {
        expect(text).not.toContain(secret)
      }
    }
  })

  it('sees nothing on the host of somebody else, with a changed token, and with an id of another tenant in it', async () => {
    const { token } = await createLink()
    const other = await createLink(theirs)
    expect(await look(token, theirs.subdomain)).toMatchObject(REFUSED)
    expect(await look(`${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`)).toMatchObject(REFUSED)
    expect(await look(`${other.token.slice(0, 22)}${token.slice(22)}`)).toMatchObject(REFUSED)
    expect(await look('x'.repeat(65))).toMatchObject(REFUSED)
    expect((await look(other.token)).body.tips).toEqual([])
  })

  it('sees nothing from the moment it is revoked, or gets another token', async () => {
    const [revoked, rotated] = [await createLink(), await createLink()]
    const { client } = server()
    await client.call('DELETE', `/api/v1/overlay-links/${revoked.id}`, { token: mine.token })
    expect(await look(revoked.token)).toMatchObject(REFUSED)
    const renewed: Link = await post(`/overlay-links/${rotated.id}/rotate`, {})
    expect(await look(rotated.token)).toMatchObject(REFUSED)
    expect((await look(renewed.token)).status).toBe(200)
  })

  it('hears when to look again, and never what has changed', async () => {
    const { token } = await createKnownLink()
    const listener = await listen(token)
    expect(await listener.watch(mine.tenantId)).toBe('ok')
    expect(await listener.watch(theirs.tenantId)).toBe('NOT_FOUND')
    await post('/overlay-settings', { key: 'private', value: 'secret' })
    await post('/stream/award-points', { username: 'Heard', amount: 5 })
    await expect.poll(() => listener.heard.map(({ resource }) => resource)).toContain('viewer-points')
    expect(listener.heard.every(({ ids }) => ids === null)).toBe(true)
    expect(listener.heard.map(({ resource }) => resource)).not.toContain('overlay-settings')
  })

  it('hears nothing more once it is revoked', async () => {
    const { id, token } = await createLink()
    const listener = await listen(token)
    expect(await listener.watch(mine.tenantId)).toBe('ok')
    await server().client.call('DELETE', `/api/v1/overlay-links/${id}`, { token: mine.token })
    await expect.poll(listener.isStale).toBe(true)
    expect(await listener.watch(mine.tenantId)).toBe('NOT_FOUND')
  })

  it('cannot listen on the host of somebody else', async () => {
    const { token } = await createLink()
    const listener = await listen(token, theirs)
    expect(await listener.watch(mine.tenantId)).toBe('NOT_FOUND')
    expect(await listener.watch(theirs.tenantId)).toBe('NOT_FOUND')
  })

  it('sees nothing while the module is off or the workspace is shut', async () => {
    const { token } = await createLink(theirs)
    const { database } = server()
    const setFeature = (enabled: boolean) =>
      database.platform.tenantFeature.updateMany({
        where: { tenantId: theirs.tenantId, name: 'overlay' },
        data: { enabled },
      })
    await setFeature(false)
    await expect.poll(async () => (await look(token, theirs.subdomain)).status).toBe(401)
    expect(await look(token)).toMatchObject(REFUSED)
    await setFeature(true)
    await expect.poll(async () => (await look(token, theirs.subdomain)).status).toBe(200)
    const { tenantId: id } = theirs
    await database.platform.tenant.update({ where: { id }, data: { status: 'suspended' } })
    await expect.poll(async () => (await look(token, theirs.subdomain)).status).toBe(401)
    expect(await look(token)).toMatchObject(REFUSED)
  })
})

describe('links of the overlay', () => {
  it('are made, listed and revoked by those who lead, and their token is told once', async () => {
    const { id, token } = await createLink()
    const { client, inspect } = server()
    const { body } = await client.call('GET', '/api/v1/overlay-links', { token: mine.token })
    expect((body as Link[]).find((link) => link.id === id)).toEqual({
      id,
      name: 'OBS',
      createdAt: expect.any(String),
      lastUsedAt: null,
    })
    const schema = `t_${mine.tenantId.replaceAll('-', '')}`
    const rows = await inspect(`select * from ${schema}.overlay_links where id = $1`, [id])
    expect(JSON.stringify(rows)).not.toContain(token.slice(22))
  })
})
