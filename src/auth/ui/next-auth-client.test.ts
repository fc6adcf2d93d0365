import { afterEach, describe, expect, it, vi } from 'vitest'
import { postCredentials, postSignOut } from './next-auth-client.ts'

const csrf = () => Response.json({ csrfToken: 'guard' })

function answerWith(...answers: (() => Response | Promise<Response>)[]) {
  const fetchMock = vi.fn<typeof fetch>(async () => {
    const answer = answers.shift()
    if (!answer) throw new Error('one request too many')
    return answer()
  })
  vi.stubGlobal('fetch', fetchMock)
  return fetchMock
}

afterEach(() => vi.unstubAllGlobals())

describe('postCredentials', () => {
  it('sends the fields with the token that guards the form', async () => {
    const fetchMock = answerWith(csrf, () => Response.json({ url: 'http://acme.test/pets' }))
    const fields = { email: 'a@b.c', password: 'p&q', callbackUrl: '/pets' }
    expect(await postCredentials('password', fields)).toEqual({ ok: true, url: 'http://acme.test/pets' })
    const [path, options] = fetchMock.mock.calls[1] ?? []
    expect(path).toBe('/api/auth/callback/password')
    expect(Object.fromEntries(options?.body as URLSearchParams)).toEqual({
      ...fields,
      csrfToken: 'guard',
      json: 'true',
    })
  })

  it.each([
    ['INVALID_CREDENTIALS', 401, { url: 'http://acme.test/api/auth/error?error=INVALID_CREDENTIALS' }],
    ['FORBIDDEN', 403, { url: 'http://acme.test/api/auth/signin?csrf=true' }],
    ['TENANT_NOT_FOUND', 404, { error: { code: 'TENANT_NOT_FOUND' } }],
    ['INTERNAL', 500, { error: { code: 'something else' } }],
    ['INTERNAL', 502, 'no object'],
  ])('says %s', async (code, status, body) => {
    answerWith(csrf, () => Response.json(body, { status }))
    expect(await postCredentials('ticket', { ticket: 'x' })).toEqual({ ok: false, code })
  })

  it.each([
    ['the guard', [() => Promise.reject(new TypeError('offline'))]],
    ['the answer', [csrf, () => Promise.reject(new TypeError('offline'))]],
    ['an answer of another program', [csrf, () => new Response('<html>')]],
  ])('takes a lost connection for one: %s', async (_what, answers) => {
    answerWith(...answers)
    expect(await postCredentials('password', {})).toEqual({ ok: false, code: 'DEPENDENCY_UNAVAILABLE' })
  })

  it('reads a refusal of the guard', async () => {
    answerWith(() => Response.json({ error: { code: 'TENANT_NOT_FOUND' } }, { status: 404 }))
    expect(await postCredentials('password', {})).toEqual({ ok: false, code: 'TENANT_NOT_FOUND' })
  })
})

it('postSignOut leads to the sign-in page', async () => {
  const fetchMock = answerWith(csrf, () => Response.json({ url: 'http://acme.test/login' }))
  expect(await postSignOut('/login')).toEqual({ ok: true, url: 'http://acme.test/login' })
  expect(fetchMock.mock.calls[1]?.[0]).toBe('/api/auth/signout')
})
