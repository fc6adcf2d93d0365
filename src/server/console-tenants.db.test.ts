import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Answer } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const reason = 'Unpaid since March'
let first: { token: string; id: string }

beforeAll(async () => {
  first = await addPlatformPerson(current())
})

type Asked = { token?: string; body?: object }

function admin(method: string, path: string, { token = first.token, body }: Asked = {}): Promise<Answer> {
  return current().client.call(method, `/api/v1/admin/tenants${path}`, { token, ...(body ? { body } : {}) })
}

function suspend({ tenantId }: { tenantId: string }): Promise<Answer> {
  return admin('POST', `/${tenantId}/suspend`, { body: { reason } })
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

describe('the list as a file', () => {
  it('holds what the filters leave, runs no formula, and is noted in the log of the platform', async () => {
    const { inspect, client } = current()
    const mine = await client.createWorkspace()
    await inspect(`update platform.tenants set business_name = '=cmd("x")' where id = $1`, [mine.tenantId])
    const file = await admin('GET', `/export?q=${mine.subdomain}`)
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="tenants-[\d-]+\.csv"$/) as string,
    })
    const lines = String(file.body).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(
      new RegExp(
        `^${mine.tenantId},${mine.subdomain},"'=cmd\\(""x""\\)",pet-care,pro,trial,pet-care,1,Ada Groom,`,
      ),
    )
    const viewer = await addPlatformPerson(current(), 'platform_viewer')
    expect((await admin('GET', '/export', { token: viewer.token })).status).toBe(403)
    expect((await admin('GET', '', { token: viewer.token })).status).toBe(200)
    const [entry] = await inspect<{ actor_id: string }>(
      `select actor_id from platform.audit_log where tenant_id is null and action = 'tenants.export'`,
    )
    expect(entry?.actor_id).toBe(first.id)
  })
})
