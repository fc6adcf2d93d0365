import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestBrowser } from '#src/auth/server/testing/browser.ts'
import { createOwnServer, type OwnServer } from '#src/db/server/testing/own-server.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let postgres: OwnServer
let server: TestServer
let workspace: Workspace
let cookie: string
const unhandled: unknown[] = []
const noteUnhandled = (error: unknown) => void unhandled.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', noteUnhandled)
  process.on('uncaughtExceptionMonitor', noteUnhandled)
  postgres = await createOwnServer()
  server = await startTestServer({ database: postgres })
  workspace = await server.client.createWorkspace()
  const host = `${workspace.subdomain}.berth.localhost:${server.port}`
  const browser = createTestBrowser({ port: server.port, host })
  await browser.signIn('password', { email: workspace.email, password: workspace.password })
  cookie = browser.cookieHeader()
}, 60_000)
afterAll(async () => {
  await server.dispose()
  await postgres.dispose()
  process.off('unhandledRejection', noteUnhandled)
  process.off('uncaughtExceptionMonitor', noteUnhandled)
})

/** Calls of every kind, by name. */
function callAll(): Promise<[string, Answer][]> {
  const { call } = server.client
  const { token, subdomain: host, email, password } = workspace
  const calls: Record<string, Promise<Answer>> = {
    'REST list': call('GET', '/api/v1/owners', { token }),
    'REST create': call('POST', '/api/v1/owners', { token, host, body: { name: 'Now or later' } }),
    'REST sign-in': call('POST', '/api/v1/auth/login', { host, body: { email, password } }),
    'sign-up check': call('GET', '/api/v1/signup/subdomains/quiet-harbour'),
    'tRPC by cookie': call('GET', '/api/trpc/auth.me', { host, headers: { cookie } }),
    'tRPC by token': call('GET', '/api/trpc/auth.me', { token }),
    session: call('GET', '/api/auth/session', { host, headers: { cookie } }),
    page: call('GET', '/', { host, headers: { cookie, accept: 'text/html' } }),
  }
  return Promise.all(
    Object.entries(calls).map(async ([name, answer]): Promise<[string, Answer]> => [name, await answer]),
  )
}

async function connectSocket(): Promise<string> {
  const socket = io(`http://127.0.0.1:${server.port}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: {
      host: `${workspace.subdomain}.berth.localhost:${server.port}`,
      authorization: `Bearer ${workspace.token}`,
    },
  })
  const outcome = new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('connected'))
    socket.once('connect_error', (error) => {
      const { code } = 'data' in error ? (error.data as { code: string }) : { code: error.message }
      resolve(code)
    })
  })
  return outcome.finally(() => socket.disconnect())
}

describe('while PostgreSQL is away', () => {
  beforeAll(() => postgres.stop())

  it('every kind of call answers 503 in time, in its own shape, and says when to come again', async () => {
    for (let round = 0; round < 3; round += 1) {
      const startedAt = performance.now()
      const answers = await callAll()
      expect(performance.now() - startedAt).toBeLessThan(8_000)
      for (const [name, { status, headers, body }] of answers) {
        expect(status, name).toBe(503)
        expect(Number(headers['retry-after']), name).toBeGreaterThan(0)
        if (name !== 'page') expect(JSON.stringify(body), name).toContain('DEPENDENCY_UNAVAILABLE')
        expect(JSON.stringify(body), name).not.toMatch(/ECONNREFUSED|postgres|127\.0\.0\.1|\bat .*\.ts/)
      }
    }
  })

  it('a page says so calmly', async () => {
    const answer = await server.client.call('GET', '/pet-care/pets', {
      host: workspace.subdomain,
      headers: { cookie, accept: 'text/html' },
    })
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).toMatch(/<h1>We are away for a moment<\/h1>/)
  })

  it('a socket is refused with the reason', async () => {
    expect(await connectSocket()).toBe('DEPENDENCY_UNAVAILABLE')
  })

  it('health names the database, and nothing is ready', async () => {
    const health = await server.client.call('GET', '/health')
    expect([health.status, health.body.parts.database]).toEqual([503, 'down'])
    expect((await server.client.call('GET', '/ready')).status).toBe(503)
  })
})

describe('when PostgreSQL is back', () => {
  beforeAll(() => postgres.start())

  it('everything works again by itself', async () => {
    await expect.poll(() => server.client.call('GET', '/health').then(({ status }) => status)).toBe(200)
    const answers = await callAll()
    for (const [name, { status }] of answers) expect([200, 201, 202], name).toContain(status)
    await expect.poll(connectSocket, { timeout: 10_000 }).toBe('connected')
  })

  it('goes on building workspaces', async () => {
    const next = await server.client.createWorkspace()
    expect(next.token).toMatch(/^ey/)
  })

  it('gets over a loss in the middle of calls', async () => {
    const { token } = workspace
    let isOver = false
    const seen = new Set<number>()
    const traffic = Array.from({ length: 8 }, async () => {
      while (!isOver) seen.add((await server.client.call('GET', '/api/v1/owners', { token })).status)
    })
    await postgres.stop()
    await postgres.start()
    await expect.poll(() => server.client.call('GET', '/health').then(({ status }) => status)).toBe(200)
    isOver = true
    await Promise.all(traffic)
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect((await server.client.call('GET', '/api/v1/owners', { token })).status).toBe(200)
  })

  it('has left no error that nobody took care of', () => {
    expect(unhandled).toEqual([])
  })
})
