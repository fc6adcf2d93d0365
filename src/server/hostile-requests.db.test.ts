import { describe, expect, it } from 'vitest'
import { goodSignUp, type CallOptions } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const call = (method: string, path: string, options?: CallOptions) =>
  current().client.call(method, path, options)

describe('requests that no client of ours sends', () => {
  it('are refused when they are nested too deeply', async () => {
    const text = `{"email":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const answer = await call('POST', '/api/v1/auth/login', { text })
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('are refused when their body is packed', async () => {
    const answer = await call('POST', '/api/v1/auth/login', {
      text: '{}',
      headers: { 'content-encoding': 'gzip' },
    })
    expect([answer.status, answer.body.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  it.each(['__proto__=1', 'constructor=1', '__proto__=1&__proto__=2', 'toString=a&toString=b'])(
    'are answered as usual with the parameter %s',
    async (query) => {
      const answer = await call('GET', `/api/v1/system/info?${query}`)
      expect(answer.status).toBe(200)
    },
  )

  it('are refused when their host is no host', async () => {
    const answer = await call('GET', '/api/v1/system/info', {
      headers: { host: 'acme.berth.localhost@berth.localhost' },
    })
    expect([answer.status, answer.body.error.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it.each(['TRACE', 'PROPFIND'])('are refused with the method %s', async (method) => {
    const answer = await call(method, '/api/trpc/auth.me')
    expect([answer.status, answer.body.error.code]).toEqual([405, 'METHOD_NOT_ALLOWED'])
  })

  it.each(['//[', '//%00', '/%'])('get a page at the path %s', async (path) => {
    expect((await call('GET', path)).status).toBe(200)
  })

  it('find no workspace by a name that is none', async () => {
    const body = { email: 'a@b.test', password: 'x', subdomain: 'a\0b' }
    const answer = await call('POST', '/api/v1/auth/login', { body })
    expect([answer.status, answer.body.error.code]).toEqual([404, 'TENANT_NOT_FOUND'])
  })

  it('are told at their field when an address contains half a character', async () => {
    const input = goodSignUp()
    const body = { ...input, business: { ...input.business, address: { street: 'x\ud800' } } }
    const answer = await call('POST', '/api/v1/signup', { body })
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body.error.details.fields)).toEqual(['business.address.street'])
  })
})
