import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodSignUp } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ worker: false, rates: 'signup=3/m,subdomain=2/h,api=60/m' })
})
afterAll(() => server.dispose())

const limited = { error: { code: 'RATE_LIMITED', message: 'Too many requests. Please wait a moment.' } }

describe('too many calls', () => {
  it('of one procedure are refused with the time to wait, and of another still answered', async () => {
    const answers = []
    for (let call = 0; call < 4; call += 1) {
      answers.push(await server.client.call('POST', '/api/v1/signup', { body: goodSignUp() }))
    }
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429])
    const last = answers.at(-1)
    expect(last?.body).toMatchObject(limited)
    const seconds = Number(last?.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(last?.body.error.details).toEqual({ retryAfterSeconds: seconds })
    const other = await server.client.call('GET', '/api/v1/signup/subdomains/happy-paws')
    expect(other.status).toBe(200)
  })

  it('are refused over tRPC in the same way', async () => {
    const path = `/api/trpc/signUp.checkSubdomain?input=${encodeURIComponent('{"name":"happy"}')}`
    const answers = [await server.client.call('GET', path), await server.client.call('GET', path)]
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(last?.body.error.data).toMatchObject({ status: 429, ...limited })
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(60)
  })

  it('do not count what is only asked for again', async () => {
    const fresh = await startTestServer({ worker: false, rates: 'signup=1/m' })
    const request = { body: goodSignUp(), headers: { 'idempotency-key': 'one-wish' } }
    const answers = []
    for (let call = 0; call < 3; call += 1) {
      answers.push(await fresh.client.call('POST', '/api/v1/signup', request))
    }
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    await fresh.dispose()
  })
})

describe('the limit on all calls', () => {
  it('tells what is left, counts each call of a batch, and ends with 429 for the address', async () => {
    const info = () => server.client.call('GET', '/api/v1/system/info')
    const first = await info()
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '60' })
    const left = Number(first.headers['ratelimit-remaining'])
    expect(left).toBeGreaterThan(40)
    const batch = Array.from({ length: 20 }, () => 'system.get').join(',')
    const answer = await server.client.call('GET', `/api/trpc/${batch}?batch=1&input=%7B%7D`)
    expect(Number(answer.headers['ratelimit-remaining'])).toBe(left - 20)
    const rest = await Promise.all(Array.from({ length: 60 }, info))
    expect(rest.filter(({ status }) => status === 200)).toHaveLength(left - 20)
    const refused = rest.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject(limited)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await server.client.call('GET', '/health')).status).toBe(200)
  })
})
