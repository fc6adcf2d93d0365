import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestBrowser } from '#src/auth/server/testing/browser.ts'
import type { Answer, CallOptions, Workspace } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

const FRIEND = 'https://shop.example'
let server: TestServer
let workspace: Workspace
/** the session cookie of the workspace's owner */
let cookie: string

beforeAll(async () => {
  server = await startTestServer({ environment: { BERTH_CORS_ORIGINS: `https://app.example, ${FRIEND}` } })
  workspace = await server.client.createWorkspace()
  const host = `${workspace.subdomain}.berth.localhost:${server.port}`
  const browser = createTestBrowser({ port: server.port, host })
  await browser.signIn('password', { email: workspace.email, password: workspace.password })
  cookie = browser.cookieHeader()
})
afterAll(() => server.dispose())

const call = (method: string, path: string, options: CallOptions = {}): Promise<Answer> =>
  server.client.call(method, path, { host: workspace.subdomain, ...options })
const own = () => `http://${workspace.subdomain}.berth.localhost:${server.port}`

describe('pages of configured origins', () => {
  const preflight = (origin: string, path = '/api/v1/owners') =>
    call('OPTIONS', path, {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })

  it('may ask with a token, and read what helps them', async () => {
    const asked = await preflight(FRIEND)
    expect(asked.status).toBe(204)
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': FRIEND,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-max-age': '7200',
      vary: 'Origin',
    })
    const answer = await call('GET', '/api/v1/owners', {
      token: workspace.token,
      headers: { origin: FRIEND },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe(FRIEND)
    expect(answer.headers['access-control-expose-headers']).toBe(
      'Content-Disposition, X-Request-Id, Retry-After',
    )
  })

  it('learn why they were refused, too', async () => {
    const answer = await call('GET', '/api/v1/owners', { headers: { origin: FRIEND } })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([401, FRIEND])
  })

  it('never act by cookie', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await call(method, '/api/v1/owners', { headers: { origin: FRIEND, cookie } })
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.status, method).not.toBe(200)
    }
  })

  it.each(['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'])(
    'are not those of %s',
    async (origin) => {
      for (const answer of [
        await preflight(origin),
        await call('GET', '/api/v1/system/info', { headers: { origin } }),
      ])
        expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  it.each(['/api/trpc/auth.me', '/api/auth/session', '/'])('may not ask at %s', async (path) => {
    expect((await preflight(FRIEND, path)).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a cookie', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://other.berth.localhost:3000' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  const create = (headers: Record<string, string>) =>
    call('POST', '/api/v1/owners', { body: { name: 'By cookie' }, headers: { cookie, ...headers } })

  it('counts on calls of its own pages', async () => {
    expect((await create({ origin: own() })).status).toBe(201)
    expect((await create({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200)
  })

  it('does not count on a change that does not say where it comes from', async () => {
    expect((await create({})).status).toBe(401)
  })

  it.each(foreign)('does not count with %j, whatever the verb', async (headers) => {
    const calls: [string, string, unknown?][] = [
      ['GET', '/api/v1/auth/me'],
      ['GET', '/api/v1/owners'],
      ['POST', '/api/v1/owners', { name: 'Forged' }],
      ['PUT', `/api/v1/owners/${workspace.tenantId}`, { name: 'Forged' }],
      ['PATCH', `/api/v1/owners/${workspace.tenantId}`, { name: 'Forged' }],
      ['DELETE', `/api/v1/owners/${workspace.tenantId}`],
      ['POST', '/api/v1/auth/logout'],
      ['GET', '/api/trpc/auth.me'],
      ['POST', '/api/trpc/petCare.owners.create', { name: 'Forged' }],
      ['POST', '/api/trpc/auth.logout', {}],
    ]
    for (const [method, path, body] of calls) {
      const answer = await call(method, path, { body, headers: { cookie, ...headers } })
      expect(answer.status, `${method} ${path}`).toBe(401)
    }
  })

  it.each(foreign)('neither signs in nor out with %j', async (headers) => {
    for (const path of ['/api/auth/callback/password', '/api/auth/signout']) {
      const answer = await call('POST', path, { body: {}, headers: { cookie, ...headers } })
      expect([answer.status, answer.body.error.code]).toEqual([403, 'FORBIDDEN'])
    }
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'changes nothing by a form of type %s',
    async (type) => {
      const headers = { cookie, origin: own(), ...(type ? { 'content-type': type } : {}) }
      for (const path of ['/api/trpc/auth.logout', '/api/trpc/petCare.owners.create']) {
        const answer = await call('POST', path, { headers })
        expect(answer.status, path).toBe(415)
      }
      if (type) {
        const rest = await call('POST', '/api/v1/owners', { text: '{"name":"By form"}', headers })
        expect([rest.status, rest.body.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
      }
    },
  )

  it('changes nothing by a link', async () => {
    for (const path of [
      '/api/trpc/auth.logout?input={}',
      '/api/trpc/petCare.owners.create?input={"name":"x"}',
    ]) {
      const answer = await call('GET', encodeURI(path), { headers: { cookie } })
      expect(answer.status, path).toBe(405)
    }
  })
})
