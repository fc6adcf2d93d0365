import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { readPageIdentity, readWebSession } from './request-identity.ts'
import { createOneTimeToken } from './one-time-token.service.ts'
import { createTestTenant, createTestUser } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'
import { getTestCallTenant, startAuthServer } from './testing/auth-server.ts'
import { createTestBrowser } from './testing/browser.ts'

const testDatabase = useTestDatabase()
const refused = { status: 401, code: 'INVALID_CREDENTIALS' }
const malformed = { status: 400, code: 'VALIDATION_FAILED' }
const ada = { email: 'ada@example.com', password: TEST_PASSWORD }
let server: Awaited<ReturnType<typeof startAuthServer>>
let acme: string
let adaId: string

beforeAll(async () => {
  const db = testDatabase().database.platform
  acme = await createTestTenant(db, { subdomain: 'acme' })
  const other = await createTestTenant(db, { subdomain: 'other' })
  const paused = await createTestTenant(db, { subdomain: 'paused', status: 'suspended' })
  adaId = await createTestUser(db, { tenantId: acme, email: ada.email })
  await createTestUser(db, { tenantId: other, email: 'olga@example.com' })
  await createTestUser(db, { tenantId: paused, email: ada.email })
  await createTestUser(db, { tenantId: null, email: 'root@example.com' })
  server = await startAuthServer({ database: testDatabase().database })
})
afterAll(() => server.close())
beforeEach(() => vi.stubEnv('AUTH_TRUST_HOST', '1'))

function hostOf(name: string): string {
  return name ? `${name}.berth.localhost:${server.port}` : `berth.localhost:${server.port}`
}

function openBrowser(name: string) {
  return createTestBrowser({ port: server.port, host: hostOf(name) })
}

async function listSessions() {
  return testDatabase().inspect('select * from platform.sessions order by created_at')
}

describe('signing in with a password', () => {
  it('goes from the form to a session and out again', async () => {
    const browser = openBrowser('acme')
    expect(await browser.session()).toEqual({})
    const answer = await browser.signIn('password', { ...ada, callbackUrl: '/pet-care/pets?page=2' })
    expect(answer.status).toBe(200)
    expect(answer.json()).toEqual({ url: `http://${hostOf('acme')}/pet-care/pets?page=2` })
    const cookie = answer.setCookies.find((line) => line.includes('session-token'))
    expect(cookie).toMatch(
      /^next-auth\.session-token=[\w.-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
    const expires = Date.parse(/Expires=([^;]+)/.exec(cookie ?? '')?.[1] ?? '')
    expect(expires - Date.now()).toBeCloseTo(24 * 3_600_000, -5)
    expect(answer.header('cache-control')).toContain('no-store')

    expect((await browser.session())['user']).toEqual({
      id: adaId,
      email: ada.email,
      name: 'Ada Test',
      role: 'owner',
      tenantId: acme,
    })
    expect((await listSessions()).at(-1)).toMatchObject({ user_id: adaId, kind: 'web', revoked_at: null })

    const stolen = browser.cookieHeader()
    const out = await browser.signOut()
    expect(out.status).toBe(200)
    expect(browser.cookies.has('next-auth.session-token')).toBe(false)
    expect((await listSessions()).at(-1)?.['revoked_at']).toBeInstanceOf(Date)
    // The copy that somebody kept is worth nothing from this moment on.
    const copy = { method: 'GET', headers: { host: hostOf('acme'), cookie: stolen } }
    expect(await readWebSession(copy, server.deps)).toBeNull()
  })

  it('works as a plain form too', async () => {
    const browser = openBrowser('acme')
    const good = await browser.signIn('password', { ...ada, json: 'false', callbackUrl: '/team' })
    expect(good).toMatchObject({ status: 302, location: `http://${hostOf('acme')}/team` })
    const bad = await browser.signIn('password', { ...ada, json: 'false', password: 'wrong' })
    expect(bad.status).toBe(302)
    const shown = await browser.get(String(bad.location).replace(`http://${hostOf('acme')}`, ''))
    expect(shown.location).toBe('/login?error=INVALID_CREDENTIALS')
  })

  it.each([
    { what: 'a wrong password', on: 'acme', change: { password: 'Wrong-Horse-1' }, ...refused },
    { what: 'an unknown account', on: 'acme', change: { email: 'nobody@example.com' }, ...refused },
    { what: 'somebody of another workspace', on: 'other', change: {}, ...refused },
    { what: 'somebody of a workspace on the apex', on: '', change: {}, ...refused },
    { what: 'somebody of the platform', on: 'acme', change: { email: 'root@example.com' }, ...refused },
    { what: 'a suspended workspace', on: 'paused', change: {}, status: 403, code: 'TENANT_SUSPENDED' },
    { what: 'no e-mail', on: 'acme', change: { email: '' }, ...malformed },
    { what: 'a control character', on: 'acme', change: { email: 'a\0@example.com' }, ...malformed },
  ])('refuses $what', async ({ on, change, status, code }) => {
    const before = await listSessions()
    const browser = openBrowser(on)
    const answer = await browser.signIn('password', { ...ada, ...change })
    expect(answer.status).toBe(status)
    expect(answer.json()).toEqual({ url: `http://${hostOf(on)}/api/auth/error?error=${code}` })
    expect(await browser.session()).toEqual({})
    expect(await listSessions()).toHaveLength(before.length)
  })

  it('lets platform admins in on the apex', async () => {
    const browser = openBrowser('')
    const answer = await browser.signIn('password', { email: 'root@example.com', password: TEST_PASSWORD })
    expect(answer.json()).toEqual({ url: `http://${hostOf('')}/` })
    expect((await browser.session())['user']).toMatchObject({ role: 'platform_admin', tenantId: null })
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'http://other.berth.localhost/',
    'javascript:alert(1)',
    'http://acme.berth.localhost@evil.example',
  ])('never leads away to %s', async (callbackUrl) => {
    const browser = openBrowser('acme')
    const answer = await browser.signIn('password', { ...ada, callbackUrl })
    expect(answer.json()).toEqual({ url: `http://${hostOf('acme')}/` })
    const start = await openBrowser('acme').get(
      `/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`,
    )
    expect(start.location).toBe(`/login?callbackUrl=${encodeURIComponent(`http://${hostOf('acme')}/`)}`)
  })

  it('never leads away by a planted cookie', async () => {
    const browser = openBrowser('acme')
    browser.cookies.set('next-auth.callback-url', encodeURIComponent('https://evil.example/'))
    expect((await browser.signIn('password', ada)).json()).toEqual({ url: `http://${hostOf('acme')}/` })
  })
})

describe('what guards the form', () => {
  it('is a token that belongs to the browser', async () => {
    const before = await listSessions()
    const browser = openBrowser('acme')
    const path = '/api/auth/callback/password'
    const without = await browser.post(path, { form: { ...ada, json: 'true' } })
    expect(without.status).toBe(403)
    const foreignToken = String((await openBrowser('acme').get('/api/auth/csrf')).json()['csrfToken'])
    const foreign = await browser.post(path, { form: { ...ada, json: 'true', csrfToken: foreignToken } })
    expect(foreign.status).toBe(403)
    expect(await listSessions()).toHaveLength(before.length)
  })

  it('is the origin of the page', async () => {
    const browser = openBrowser('acme')
    const csrfToken = String((await browser.get('/api/auth/csrf')).json()['csrfToken'])
    const form = { ...ada, csrfToken, json: 'true' }
    const path = '/api/auth/callback/password'
    const foreign = await browser.post(path, { form, headers: { origin: `http://${hostOf('other')}` } })
    expect(foreign.status).toBe(403)
    const own = await browser.post(path, { form, headers: { origin: `http://${hostOf('acme')}` } })
    expect(own.status).toBe(200)
  })

  it.each([
    ['GET', '/api/auth/callback/password', 405],
    ['POST', '/api/auth/session', 405],
    ['POST', '/api/auth/_log', 404],
    ['GET', '/api/auth/verify-request', 404],
    ['GET', '/api/auth', 404],
    ['GET', '/api/auth/constructor', 404],
  ] as const)('%s %s is not offered', async (method, path, status) => {
    const browser = openBrowser('acme')
    const answer = method === 'GET' ? await browser.get(path) : await browser.post(path, { form: { a: '1' } })
    expect(answer.status).toBe(status)
    expect(answer.json()).toMatchObject({ error: { requestId: 'request-1' } })
  })

  it('refuses hosts that nobody serves', async () => {
    expect((await openBrowser('nobody').get('/api/auth/csrf')).status).toBe(404)
    const malformed = createTestBrowser({ port: server.port, host: 'acme@evil.example' })
    expect((await malformed.get('/api/auth/csrf')).status).toBe(400)
  })

  it('puts no foreign text into the address of the error page', async () => {
    const answer = await openBrowser('acme').get(`/api/auth/error?error=${encodeURIComponent('x&y=\r\nz')}`)
    expect(answer.location).not.toContain('y=')
  })
})

describe('a session cookie on another host', () => {
  it('is nobody there, for pages and for next-auth, and stays good at home', async () => {
    const browser = openBrowser('acme')
    await browser.signIn('password', ada)
    const other = openBrowser('other')
    for (const [name, value] of browser.cookies) other.cookies.set(name, value)
    expect(await other.session()).toEqual({})

    const db = testDatabase().database.platform
    const onHost = async (name: string) => {
      const tenant = name ? await getTestCallTenant(db, { subdomain: name }) : null
      const host = name ? ({ kind: 'workspace', tenant } as const) : ({ kind: 'apex' } as const)
      const source = { method: 'GET', headers: { host: hostOf(name), cookie: browser.cookieHeader() } }
      return readPageIdentity(source, { ...server.deps, host })
    }
    expect(await onHost('acme')).toMatchObject({ userId: adaId })
    expect(await onHost('other')).toBeNull()
    expect(await onHost('nobody')).toBeNull()
    expect(await onHost('')).toBeNull()
    // A call of the API learns who it is, so that it can be told about the mismatch.
    const source = { method: 'GET', headers: { host: hostOf('other'), cookie: browser.cookieHeader() } }
    expect(await readWebSession(source, server.deps)).toMatchObject({ tenantId: acme })
  })

  it('does not act for a page of another workspace', async () => {
    const browser = openBrowser('acme')
    await browser.signIn('password', ada)
    const headers = { host: hostOf('acme'), cookie: browser.cookieHeader() }
    const from = (name: string) => ({
      method: 'POST',
      headers: { ...headers, origin: `http://${hostOf(name)}` },
    })
    expect(await readWebSession(from('acme'), server.deps)).toMatchObject({ userId: adaId })
    expect(await readWebSession(from('other'), server.deps)).toBeNull()
  })
})

describe('signing in with a ticket', () => {
  const ticketForAda = () =>
    createOneTimeToken(testDatabase().database.platform, {
      purpose: 'sign-in',
      tenantId: acme,
      userId: adaId,
    })

  it('works once, in its own workspace', async () => {
    const ticket = await ticketForAda()
    const elsewhere = await openBrowser('other').signIn('ticket', { ticket })
    expect(elsewhere.status).toBe(401)
    expect((await openBrowser('').signIn('ticket', { ticket })).status).toBe(401)
    const browser = openBrowser('acme')
    expect((await browser.signIn('ticket', { ticket })).json()).toEqual({ url: `http://${hostOf('acme')}/` })
    expect((await browser.session())['user']).toMatchObject({ id: adaId })
    const again = await openBrowser('acme').signIn('ticket', { ticket })
    expect(again.json()).toEqual({ url: `http://${hostOf('acme')}/api/auth/error?error=TOKEN_INVALID` })
    expect(server.lines.join('')).not.toContain(ticket)
  })
})

describe('on https', () => {
  it('the cookies are Secure and tied to their host', async () => {
    const { database } = testDatabase()
    const secure = await startAuthServer({ database, publicUrl: 'https://berth.localhost' })
    try {
      const browser = createTestBrowser({ port: secure.port, host: 'acme.berth.localhost' })
      const answer = await browser.signIn('password', { ...ada, callbackUrl: '/team' })
      expect(answer.json()).toEqual({ url: 'https://acme.berth.localhost/team' })
      const cookie = answer.setCookies.find((line) => line.includes('session-token'))
      expect(cookie).toMatch(
        /^__Host-next-auth\.session-token=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      )
      expect((await browser.session())['user']).toMatchObject({ id: adaId })
    } finally {
      await secure.close()
    }
  })
})

describe('while the database is away', () => {
  it('nobody is signed out, and the answers say why', async () => {
    const browser = openBrowser('acme')
    await browser.signIn('password', ada)
    const away = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
    vi.spyOn(server.deps.db, '$queryRawUnsafe').mockImplementation(away as never)
    const session = await browser.get('/api/auth/session')
    expect(session.status).toBe(503)
    expect(session.header('retry-after')).toBe('2')
    expect(session.setCookies).toEqual([])
    const out = await browser.signOut()
    expect(out.status).toBe(503)
    expect(browser.cookies.has('next-auth.session-token')).toBe(true)
    vi.restoreAllMocks()

    vi.spyOn(server.deps.db.user, 'findFirst').mockImplementation(away as never)
    const again = await openBrowser('acme').signIn('password', ada)
    expect(again.status).toBe(503)
    expect(again.json()).toEqual({
      url: `http://${hostOf('acme')}/api/auth/error?error=DEPENDENCY_UNAVAILABLE`,
    })
    vi.restoreAllMocks()
    expect((await browser.session())['user']).toMatchObject({ id: adaId })
  })
})

it('says what is missing when the environment names another address', async () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://elsewhere.example')
  const answer = await openBrowser('acme').signIn('password', { ...ada, password: 'wrong' })
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('elsewhere')
  expect(server.lines.join('')).toContain('AUTH_TRUST_HOST')
})
