import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Socket } from 'socket.io-client'
import { FLEET_CHANGES } from '#src/realtime/topic.ts'
import { closingOf, openSocket } from './testing/open-socket.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const opened: Socket[] = []
const reason = 'Unpaid since March'
let first: { token: string; id: string }
let second: { token: string; id: string }

beforeAll(async () => {
  first = await addPlatformPerson(current())
  second = await addPlatformPerson(current())
})
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})

type Asked = { token?: string; body?: object }

function admin(method: string, path: string, { token = first.token, body }: Asked = {}): Promise<Answer> {
  return current().client.call(method, `/api/v1/admin/tenants${path}`, { token, ...(body ? { body } : {}) })
}

function suspend({ tenantId }: Pick<Workspace, 'tenantId'>, token?: string): Promise<Answer> {
  return admin('POST', `/${tenantId}/suspend`, { body: { reason }, ...(token ? { token } : {}) })
}

function drop({ tenantId, subdomain }: Workspace, changes: object = {}): Promise<Answer> {
  const query = new URLSearchParams({ confirm: subdomain, reason, ...changes })
  return admin('DELETE', `/${tenantId}?${query}`)
}

async function open(bearer: string, subdomain: string | null): Promise<Socket> {
  const socket = await openSocket({ port: current().port, subdomain }, { bearer })
  opened.push(socket)
  return socket
}

async function logOf(tenantId: string) {
  return current().inspect<{ action: string; actor_kind: string; actor_id: string; details: object }>(
    `select action, actor_kind, actor_id, details from platform.audit_log
     where tenant_id = $1 and action like 'tenants.%' order by created_at`,
    [tenantId],
  )
}

async function mailsOf(tenantId: string): Promise<{ template: string; body: string }[]> {
  return current().inspect(
    'select template, body, to_address from platform.mail_outbox where tenant_id = $1 order by created_at',
    [tenantId],
  )
}

describe('a workspace that is suspended', () => {
  it('is closed at once for its people and for the pages of all admins, and opens again as it was', async () => {
    const { client } = current()
    const mine = await client.createWorkspace()
    const watching = await open(second.token, null)
    const hints: unknown[] = []
    watching.on('changed', (message) => hints.push(message))
    expect(await watching.timeout(5_000).emitWithAck('watch', { topic: FLEET_CHANGES })).toMatchObject({
      ok: true,
    })
    const page = await open(mine.token, mine.subdomain)
    const told: Promise<unknown> = new Promise((resolve) => page.once('revoked', resolve))
    await page.timeout(5_000).emitWithAck('watch', { topic: `tenant:${mine.tenantId}` })
    const closed = closingOf(page)

    expect(await suspend(mine)).toMatchObject({
      status: 200,
      body: { tenantId: mine.tenantId, status: 'suspended', deletionDueAt: null },
    })
    // In this process right after the answer, with no announcement in between.
    const api = await client.call('GET', '/api/v1/pets', { token: mine.token })
    expect([api.status, api.body.error.code]).toEqual([403, 'TENANT_SUSPENDED'])
    expect(await told).toMatchObject({ reason: 'tenant-unavailable' })
    await closed
    expect((await client.call('GET', '/', { host: mine.subdomain })).status).toBe(403)
    await expect(open(mine.token, mine.subdomain)).rejects.toThrow(/suspended/)
    const ids = [mine.tenantId]
    await expect
      .poll(() => hints)
      .toContainEqual({ topic: FLEET_CHANGES, changes: [{ resource: 'tenants', ids }] })
    hints.length = 0

    expect(await admin('POST', `/${mine.tenantId}/activate`)).toMatchObject({ body: { status: 'active' } })
    expect((await client.call('GET', '/api/v1/pets', { token: mine.token })).status).toBe(200)
    await open(mine.token, mine.subdomain)
    await expect.poll(() => hints).not.toEqual([])
  })

  it('is told of in its log and to its owner, with the reason', async () => {
    const mine = await current().client.createWorkspace()
    await suspend(mine)
    await admin('POST', `/${mine.tenantId}/activate`, { token: second.token })
    const acts = (await logOf(mine.tenantId)).slice(-2)
    expect(acts).toEqual([
      {
        action: 'tenants.suspend',
        actor_kind: 'platform',
        actor_id: first.id,
        details: { before: { status: 'trial' }, after: { status: 'suspended' }, reason },
      },
      expect.objectContaining({ action: 'tenants.activate', actor_kind: 'platform', actor_id: second.id }),
    ])
    const mails = (await mailsOf(mine.tenantId)).slice(-2)
    expect(mails.map(({ template }) => template)).toEqual(['workspace-suspended', 'workspace-activated'])
    expect(mails[0]?.body).toContain(reason)
  })

  it('is suspended once when two admins do it at the same moment', async () => {
    const mine = await current().client.createWorkspace()
    const answers = await Promise.all([suspend(mine), suspend(mine, second.token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body.error).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'suspended', to: 'suspended', allowed: ['active', 'cancelled'] },
    })
    const acts = (await logOf(mine.tenantId)).filter(({ action }) => action === 'tenants.suspend')
    expect(acts).toHaveLength(1)
  })
})

describe('a workspace that is to be deleted', () => {
  it('needs its name typed, is closed at once, and comes back as it was', async () => {
    const { client } = current()
    const mine = await client.createWorkspace()
    expect((await drop(mine, { confirm: 'another' })).body.error.code).toBe('CONFIRMATION_MISMATCH')
    const deleted = await drop(mine, { graceDays: '3' })
    expect(deleted.body).toMatchObject({ status: 'cancelled' })
    const days = (Date.parse(deleted.body.deletionDueAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThanOrEqual(3)
    expect((await client.call('GET', '/api/v1/pets', { token: mine.token })).status).toBe(403)
    expect((await drop(mine)).body.error.code).toBe('INVALID_TRANSITION')

    expect((await admin('POST', `/${mine.tenantId}/restore`)).body).toEqual({
      tenantId: mine.tenantId,
      status: 'trial',
      deletionDueAt: null,
    })
    expect((await client.call('GET', '/api/v1/pets', { token: mine.token })).status).toBe(200)
    expect((await admin('POST', `/${mine.tenantId}/restore`)).body.error.code).toBe('INVALID_TRANSITION')
    const mails = (await mailsOf(mine.tenantId)).slice(-2)
    expect(mails.map(({ template }) => template)).toEqual(['deletion-scheduled', 'workspace-restored'])
  })

  it('comes back suspended when it was', async () => {
    const mine = await current().client.createWorkspace()
    await suspend(mine)
    await drop(mine)
    const { body } = await admin('GET', `/${mine.tenantId}`)
    expect(body).toMatchObject({
      status: 'cancelled',
      statusBefore: 'suspended',
      statusReason: reason,
      moves: ['restore'],
    })
    expect((await admin('POST', `/${mine.tenantId}/restore`)).body.status).toBe('suspended')
  })
})
