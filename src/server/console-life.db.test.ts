import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Socket } from 'socket.io-client'
import { FLEET_CHANGES } from '#src/realtime/topic.ts'
import { newId } from '#src/shared/ids.ts'
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

describe('many tenants at once', () => {
  it('are changed one by one, and each is told how it went', async () => {
    const { client } = current()
    const [open, shut] = [await client.createWorkspace(), await client.createWorkspace()]
    await suspend(shut)
    const nobody = newId()
    const tenantIds = [shut.tenantId, nobody, open.tenantId]
    const { body } = await admin('POST', '/bulk', { body: { action: 'suspend', reason, tenantIds } })
    expect(body.results).toEqual([
      expect.objectContaining({
        tenantId: shut.tenantId,
        subdomain: shut.subdomain,
        ok: false,
        code: 'INVALID_TRANSITION',
      }),
      expect.objectContaining({ tenantId: nobody, subdomain: null, ok: false, code: 'NOT_FOUND' }),
      { tenantId: open.tenantId, subdomain: open.subdomain, ok: true },
    ])
    const later = await admin('POST', '/bulk', { body: { action: 'activate', tenantIds } })
    expect(later.body.results).toMatchObject([{ ok: true }, { ok: false }, { ok: true }])
  })

  it('do not get a plan that is too small for them', async () => {
    const { client } = current()
    const [large, small] = [
      await client.createWorkspace({ modules: ['lettings', 'concierge'] }),
      await client.createWorkspace(),
    ]
    const tenantIds = [large.tenantId, small.tenantId]
    const { body } = await admin('POST', '/bulk', { body: { action: 'plan', plan: 'free', tenantIds } })
    expect(body.results).toMatchObject([{ ok: false, code: 'PLAN_LIMIT_REACHED' }, { ok: true }])
  })
})

describe('a plan that is too small', () => {
  it('is refused with everything that is too much for it, unless somebody says why', async () => {
    const { client } = current()
    const { tenantId } = await client.createWorkspace({ modules: ['lettings', 'concierge'] })
    const ask = (body: object) => admin('PUT', `/${tenantId}/plan`, { body: { plan: 'free', ...body } })
    const refused = await ask({})
    expect(refused.body.error).toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: { plan: 'free', exceeded: [{ name: 'modules', limit: 2, count: 3 }] },
    })
    expect((await ask({ force: true })).body.error).toMatchObject({
      details: { fields: { reason: [expect.any(String)] } },
    })
    expect(await ask({ force: true, reason })).toMatchObject({
      status: 200,
      body: { tenantId, plan: 'free' },
    })
    expect((await logOf(tenantId)).at(-1)).toMatchObject({
      action: 'tenants.change_plan',
      details: { before: { plan: 'pro' }, after: { plan: 'free' }, reason },
    })
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

describe('a business signed up by an admin', () => {
  it('is built, and its owner comes in by the link in the mail', async () => {
    const { client } = current()
    const subdomain = `by-admin-${newId().slice(-8)}`
    const email = `ada@${subdomain}.test`
    const body = {
      business: { name: 'Quay Cottages', industry: 'lettings' },
      subdomain,
      owner: { fullName: 'Ada Quay', email },
    }
    const answer = await admin('POST', '', { body })
    expect(answer).toMatchObject({
      status: 202,
      body: { tenantId: expect.any(String), runId: expect.any(String) },
    })
    const { tenantId } = answer.body
    await expect
      .poll(() => admin('GET', `/${tenantId}`), { timeout: 15_000 })
      .toMatchObject({ body: { status: 'trial' } })
    const [mail] = (await mailsOf(tenantId)).filter(({ template }) => template === 'account-created')
    const token = /#(\S+)/.exec(mail?.body ?? '')?.[1]
    const password = 'Quayside-7-boats'
    const reset = await client.call('POST', '/api/v1/auth/password-reset/confirm', {
      host: subdomain,
      body: { token, newPassword: password },
    })
    expect(reset.status).toBe(200)
    const login = await client.call('POST', '/api/v1/auth/login', {
      host: subdomain,
      body: { email, password },
    })
    expect(login.status).toBe(200)
    expect((await logOf(tenantId))[0]).toMatchObject({
      action: 'tenants.create',
      actor_kind: 'platform',
      actor_id: first.id,
    })
    expect((await admin('POST', '', { body })).body.error.code).toBe('SUBDOMAIN_TAKEN')
  })
})

describe('settings of a tenant', () => {
  it('are changed as its own people change them, never over a change nobody has seen', async () => {
    const { tenantId } = await current().client.createWorkspace()
    const seen = (await admin('GET', `/${tenantId}`)).body
    const change = (body: object) =>
      admin('PATCH', `/${tenantId}`, { body: { updatedAt: seen.updatedAt, ...body } })
    const saved = await change({ businessName: 'Happy Tails', phone: '+44 20 7946 0000', plan: 'standard' })
    expect(saved.body).toMatchObject({
      businessName: 'Happy Tails',
      phone: '+44 20 7946 0000',
      plan: 'standard',
      timezone: seen.timezone,
    })
    expect((await change({ businessName: 'Sad Tails' })).body.error.code).toBe('CONFLICT')
    expect((await logOf(tenantId)).slice(-2).map(({ action }) => action)).toEqual([
      'tenants.update',
      'tenants.change_plan',
    ])
  })
})
