import { describe, expect, it } from 'vitest'
import { goodSignUp } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const post = (body: unknown, headers: Record<string, string> = {}) =>
  current().client.call('POST', '/api/v1/signup', { body, headers })

async function countEverything() {
  const [row] = await current().inspect<{
    tenants: number
    users: number
    runs: number
    schemas: number
    roles: number
  }>(
    `select (select count(*)::int from platform.tenants) as tenants,
            (select count(*)::int from platform.users) as users,
            (select count(*)::int from platform.provisioning_runs) as runs,
            (select count(*)::int from pg_namespace where nspname like 't\\_%') as schemas,
            (select count(*)::int from platform.tenants t join pg_roles r on r.rolname = t.role_name) as roles`,
  )
  return row ?? expect.fail('nothing was counted')
}

describe('sign-up over REST', () => {
  it('answers 202 and ends with an open workspace that has the chosen services', async () => {
    const input = goodSignUp()
    const answer = await post({
      ...input,
      preferences: { ...input.preferences, services: ['bath-and-brush'] },
    })
    expect(answer.status).toBe(202)
    expect(answer.body).toEqual({
      tenantId: expect.any(String),
      runId: expect.any(String),
      watchToken: expect.any(String),
      workspaceUrl: `http://${input.subdomain}.berth.localhost:3000`,
    })
    const progress = await current().client.waitForRun(answer.body)
    expect(progress).toMatchObject({ status: 'trial', run: { state: 'succeeded', percent: 100 } })
    const { email, password } = input.owner
    const login = await current().client.call('POST', '/api/v1/auth/login', {
      body: { email, password, subdomain: input.subdomain },
    })
    const services = await current().client.call('GET', '/api/v1/services', { token: login.body.accessToken })
    expect(services.body).toMatchObject({ total: 1, items: [{ priceCents: expect.any(Number) }] })
  })

  it('gives one subdomain to exactly one of twenty', async () => {
    const before = await countEverything()
    const input = goodSignUp({ subdomain: 'only-one' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        post({ ...input, owner: { ...input.owner, email: `a${index}@x.test` } }),
      ),
    )
    const winners = answers.filter(({ status }) => status === 202)
    const losers = answers.filter(({ status }) => status !== 202)
    expect(winners).toHaveLength(1)
    for (const { status, body } of losers) {
      expect(status).toBe(409)
      expect(body.error).toMatchObject({
        code: 'SUBDOMAIN_TAKEN',
        details: { fields: { subdomain: ['This address is already taken.'] } },
      })
      expect(body.error.details.alternatives.length).toBeGreaterThan(0)
    }
    const [winner] = winners
    await current().client.waitForRun((winner ?? expect.fail('nobody won')).body)
    const after = await countEverything()
    expect(after).toEqual({
      tenants: before.tenants + 1,
      users: before.users + 1,
      runs: before.runs + 1,
      schemas: before.schemas + 1,
      roles: before.roles + 1,
    })
  })

  it('creates one tenant for one idempotency key, however often it is sent', async () => {
    const before = await countEverything()
    const input = goodSignUp()
    const headers = { 'idempotency-key': 'a-key-of-the-test' }
    const together = await Promise.all([post(input, headers), post(input, headers), post(input, headers)])
    const later = await post(input, headers)
    for (const answer of together) {
      expect(answer.status).toBe(202)
      expect(answer.body).toEqual(later.body)
    }
    expect((await countEverything()).tenants).toBe(before.tenants + 1)
    const other = await post({ ...input, subdomain: `${input.subdomain}x` }, headers)
    expect(other.status).toBe(422)
    expect(other.body.error.code).toBe('IDEMPOTENCY_MISMATCH')
  })

  it('keeps neither password nor token in any table or answer of the status', async () => {
    const input = goodSignUp()
    const answer = await post(input, { 'idempotency-key': 'another-key-of-the-test' })
    await current().client.waitForRun(answer.body)
    const tables = await current().inspect<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('platform') or schemaname like 't\\_%' or schemaname = 'graphile_worker'`,
    )
    for (const { name } of tables) {
      const found = await current().inspect(
        `select * from ${name} as r where r::text like any (array['%' || $1 || '%', '%' || $2 || '%'])`,
        [input.owner.password, answer.body.watchToken],
      )
      expect(found, name).toEqual([])
    }
  })
})

it('shows a tenant and its run as they were at one moment', async () => {
  const { body } = await post(goodSignUp())
  await current().client.waitForRun(body)
  const move = (status: string, state: string) =>
    current().inspect(
      `with moved as (update platform.tenants set status = $2 where id = $1)
       update platform.provisioning_runs set state = $3, updated_at = clock_timestamp() where tenant_id = $1`,
      [body.tenantId, status, state],
    )
  const seen = new Set<string>()
  let isMoving = true
  async function watch(): Promise<void> {
    while (isMoving) {
      const { body: progress } = await current().client.call(
        'GET',
        `/api/v1/tenants/${body.tenantId}/status`,
        {
          headers: { 'x-watch-token': body.watchToken },
        },
      )
      seen.add(`${progress.status} ${progress.run.state}`)
    }
  }
  const watchers = [watch(), watch(), watch()]
  for (let turn = 0; turn < 100; turn += 1) {
    await move('provisioning', 'running')
    await move('trial', 'succeeded')
  }
  isMoving = false
  await Promise.all(watchers)
  expect([...seen].sort()).toEqual(['provisioning running', 'trial succeeded'])
})

describe('bad input', () => {
  const good = goodSignUp()
  const cases: [field: string, body: unknown, sentence: RegExp][] = [
    ['business.name', { ...good, business: { ...good.business, name: '   ' } }, /name of your business/],
    ['business.name', { ...good, business: { ...good.business, name: 'x'.repeat(121) } }, /At most 120/],
    ['business.name', { ...good, business: { ...good.business, name: 'a\u0000b' } }, /Control characters/],
    ['business.name', { ...good, business: { industry: 'pet-care' } }, /needed/],
    ['business.industry', { ...good, business: { ...good.business, industry: 'mining' } }, /industry/],
    ['business.phone', { ...good, business: { ...good.business, phone: 'call me' } }, /phone number/],
    [
      'business.address.city',
      { ...good, business: { ...good.business, address: { city: 'x'.repeat(90) } } },
      /At most 80/,
    ],
    ['subdomain', { ...good, subdomain: 'ab' }, /At least 3/],
    ['subdomain', { ...good, subdomain: 'a'.repeat(31) }, /At most 30/],
    ['subdomain', { ...good, subdomain: 'Has Space' }, /lowercase/],
    ['subdomain', { ...good, subdomain: '-edge' }, /hyphen/],
    ['subdomain', { ...good, subdomain: 'edge-' }, /hyphen/],
    ['subdomain', { ...good, subdomain: 'admin' }, /reserved/],
    ['subdomain', { ...good, subdomain: 'www' }, /reserved/],
    ['subdomain', { ...good, subdomain: 'xn--abc' }, /reserved/],
    ['subdomain', { ...good, subdomain: "a'; drop schema platform cascade; --" }, /./],
    ['subdomain', { ...good, subdomain: 7 }, /expected form/],
    ['owner.fullName', { ...good, owner: { ...good.owner, fullName: '' } }, /full name/],
    ['owner.email', { ...good, owner: { ...good.owner, email: 'nobody' } }, /e-mail/],
    ['owner.email', { ...good, owner: { ...good.owner, email: `${'a'.repeat(250)}@x.test` } }, /254/],
    ['owner.password', { ...good, owner: { ...good.owner, password: 'short' } }, /8 characters/],
    ['owner.password', { ...good, owner: { ...good.owner, password: 'alllowercase1' } }, /uppercase/],
    ['owner.password', { ...good, owner: { ...good.owner, password: `Aa1${'ü'.repeat(40)}` } }, /72 bytes/],
    ['preferences.timezone', { ...good, preferences: { timezone: 'Mars/Base' } }, /timezone/],
    ['preferences.currency', { ...good, preferences: { currency: 'XXQ' } }, /currency/],
    ['preferences.plan', { ...good, preferences: { plan: 'golden' } }, /plan/],
    ['preferences.modules.0', { ...good, preferences: { modules: ['nope'] } }, /no such module/],
    ['preferences.services.0', { ...good, preferences: { services: ['nope'] } }, /no such service/],
    ['business', { subdomain: 'fine-name', owner: good.owner }, /needed/],
    ['owner', { ...good, owner: [] }, /expected form/],
  ]

  it.each(cases)('at %s is refused there, and nothing is created (%#)', async (field, body, sentence) => {
    const before = await countEverything()
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({ code: 'VALIDATION_FAILED', requestId: expect.any(String) })
    const fields = answer.body.error.details.fields as Record<string, string[]>
    expect(fields[field]?.join(' ')).toMatch(sentence)
    expect(await countEverything()).toEqual(before)
  })

  it.each([
    { what: 'a body that is no JSON', sent: { text: '{"business":' }, status: 400, code: 'BAD_REQUEST' },
    {
      what: 'a body of more than a megabyte',
      sent: { text: JSON.stringify({ x: 'y'.repeat(1_100_000) }) },
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    },
    {
      what: 'another content type',
      sent: { text: 'a=b', headers: { 'content-type': 'text/plain' } },
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    { what: 'a bare null', sent: { text: 'null' }, status: 400, code: 'VALIDATION_FAILED' },
    {
      what: 'an idempotency key that is too long',
      sent: { body: good, headers: { 'idempotency-key': 'k'.repeat(201) } },
      status: 400,
      code: 'BAD_REQUEST',
    },
  ])('refuses $what', async ({ sent, status, code }) => {
    const before = await countEverything()
    const answer = await current().client.call('POST', '/api/v1/signup', sent)
    expect(answer.status).toBe(status)
    expect(answer.body.error.code).toBe(code)
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|\.ts/)
    expect(await countEverything()).toEqual(before)
  })

  it('shows a run to nobody without its own token', async () => {
    const [one, other] = await Promise.all([post(goodSignUp()), post(goodSignUp())])
    for (const headers of [{}, { 'x-watch-token': 'x' }, { 'x-watch-token': other.body.watchToken }]) {
      const path = `/api/v1/tenants/${one.body.tenantId}/status`
      const answer = await current().client.call('GET', path, { headers })
      expect(answer.status).toBe(404)
    }
  })
})
