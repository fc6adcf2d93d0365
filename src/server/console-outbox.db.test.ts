import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import { startTestServer, useTestServer, type TestServer } from './testing/test-server.ts'
import type { Answer, Workspace } from './testing/test-client.ts'

const current = useTestServer()
type Person = Awaited<ReturnType<typeof addPlatformPerson>>
let admin: Person
let viewer: Person
let mine: Workspace

beforeAll(async () => {
  admin = await addPlatformPerson(current())
  viewer = await addPlatformPerson(current(), 'platform_viewer')
  mine = await current().client.createWorkspace()
})

const LINK = 'https://acme.berth.example/reset-password#token=very-secret'

async function addMail(mail: { state: string; body?: string; to?: string; tenantId?: string | null }) {
  const { to = 'ada@example.com', body = `Hello,\n\n${LINK}\n\nBye.\n`, tenantId = null, state } = mail
  const id = newId()
  await current().database.platform.mailOutbox.create({
    data: { id, tenantId, template: 'password-reset', toAddress: to, subject: 'Your password', body, state },
  })
  return id
}

type Asking = Person & { server?: TestServer }
function call(
  method: string,
  path: string,
  { token, server = current() }: Pick<Asking, 'token' | 'server'>,
): Promise<Answer> {
  return server.client.call(method, `/api/v1/admin/outbox${path}`, { token })
}
const stateOf = async (id: string) => String((await call('GET', `/${id}`, admin)).body.state)
const actionsOn = (mailId: string) =>
  current().inspect(
    'select tenant_id, actor_id, actor_kind, action from platform.audit_log where resource_id = $1 order by created_at',
    [mailId],
  )

describe('the outbox of the platform', () => {
  it('finds mails by state, kind, tenant and words, the newest first, and names the tenant', async () => {
    const answer = await call('GET', `?tenantId=${mine.tenantId}&template=welcome`, viewer)
    const [welcome] = answer.body.items as { tenant: unknown; to: string; body?: unknown }[]
    expect(answer.body.total).toBe(1)
    expect(welcome).toMatchObject({
      to: mine.email,
      tenant: { id: mine.tenantId, subdomain: mine.subdomain },
    })
    expect(welcome).not.toHaveProperty('body')
    const to = `100%_sure-${newId()}@example.com`
    const ids = [await addMail({ to, state: 'failed' }), await addMail({ to, state: 'sent' })]
    const listed = async (query: string) =>
      ((await call('GET', query, viewer)).body.items as { id: string }[]).map(({ id }) => id)
    expect(await listed(`?q=${encodeURIComponent('100%_SURE')}`)).toEqual(ids.toReversed())
    expect(await listed(`?q=${encodeURIComponent('100%_sure')}&state=failed`)).toEqual([ids[0]])
    expect(await listed(`?q=${encodeURIComponent('100%sure')}`)).toEqual([])
  })

  it('shows nobody what a link carries, unless an administrator asks for it', async () => {
    const id = await addMail({ state: 'kept', tenantId: mine.tenantId })
    const seen = await call('GET', `/${id}`, viewer)
    expect(seen.body).toMatchObject({ hidesLinks: true, canShowLinks: false })
    expect(seen.body.text).toContain('https://acme.berth.example/reset-password?…')
    const asAdmin = await call('GET', `/${id}`, admin)
    expect(asAdmin.body).toMatchObject({ hidesLinks: true, canShowLinks: true })
    for (const answer of [seen, asAdmin]) expect(JSON.stringify(answer)).not.toContain('very-secret')
    expect(await actionsOn(id)).toEqual([])

    expect((await call('POST', `/${id}/links`, viewer)).body.error.code).toBe('FORBIDDEN')
    const whole = await call('POST', `/${id}/links`, admin)
    expect(whole.body.text).toContain(LINK)
    expect(whole.body.html).toContain(`<a href="${LINK}">`)
    expect(await actionsOn(id)).toEqual([
      { tenant_id: mine.tenantId, actor_id: admin.id, actor_kind: 'platform', action: 'mails.read_links' },
    ])
  })

  it.each(['pending', 'sent', 'failed'])('shows no link of a mail that is %s', async (state) => {
    const id = await addMail({ state })
    expect((await call('GET', `/${id}`, admin)).body.canShowLinks).toBe(false)
    expect((await call('POST', `/${id}/links`, admin)).body.error.code).toBe('NOT_AVAILABLE')
    expect(await actionsOn(id)).toEqual([])
  })

  it('shows no link where mails are sent', async () => {
    const id = await addMail({ state: 'kept' })
    const environment = { SMTP_URL: 'smtp://127.0.0.1:1' }
    const sending = await startTestServer({ database: current(), worker: false, environment })
    try {
      expect((await call('GET', `/${id}`, { ...admin, server: sending })).body.canShowLinks).toBe(false)
      expect((await call('POST', `/${id}/links`, { ...admin, server: sending })).body.error.code).toBe(
        'NOT_AVAILABLE',
      )
    } finally {
      await sending.dispose()
    }
  })
})

describe('sending a mail again', () => {
  it('is for those that failed, and is written to the log', async () => {
    const id = await addMail({ state: 'failed', body: 'Hello,\n\nhttps://acme.berth.example\n' })
    expect((await call('GET', `/${id}`, admin)).body.canRetry).toBe(true)
    expect((await call('GET', `/${id}`, viewer)).body.canRetry).toBe(false)
    expect((await call('POST', `/${id}/retry`, viewer)).body.error.code).toBe('FORBIDDEN')
    expect((await call('POST', `/${id}/retry`, admin)).status).toBe(202)
    // Without a mail server the worker keeps what it should send.
    await expect.poll(() => stateOf(id)).toBe('kept')
    expect(await actionsOn(id)).toEqual([
      { tenant_id: null, actor_id: admin.id, actor_kind: 'platform', action: 'mails.retry' },
    ])
    const again = await call('POST', `/${id}/retry`, admin)
    expect(again.body.error).toMatchObject({
      code: 'MAIL_NOT_RETRYABLE',
      details: { reason: 'has-not-failed' },
    })
  })

  it('is refused where the reader would stand before a closed door', async () => {
    const id = await addMail({
      state: 'failed',
      body: 'Hello,\n\nhttps://acme.berth.example/reset-password?…\n',
    })
    expect((await call('GET', `/${id}`, admin)).body.canRetry).toBe(false)
    const { error } = (await call('POST', `/${id}/retry`, admin)).body
    expect(error).toMatchObject({ code: 'MAIL_NOT_RETRYABLE', details: { reason: 'links-are-gone' } })
    expect((await call('GET', `/${id}`, admin)).body.state).toBe('failed')
  })
})
