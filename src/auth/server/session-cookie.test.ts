import { encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { deriveAuthKeys } from './auth-keys.ts'
import { authCookieNames, decodeSessionCookie, parseCookies } from './session-cookie.ts'

const keys = deriveAuthKeys('a secret of the installation, long enough')
const sid = '0198c0de-0000-7000-8000-000000000003'

describe('parseCookies', () => {
  it('reads names and values, the first of two with one name', () => {
    const cookies = parseCookies('a=1; b=%7Cx; a=2;  c=x=y ; novalue; =nameless; d=%zz')
    expect(Object.fromEntries(cookies)).toEqual({ a: '1', b: '|x', c: 'x=y', d: '%zz' })
  })

  it('has nothing to read without a header', () => {
    expect(parseCookies(undefined).size).toBe(0)
  })
})

describe('authCookieNames', () => {
  it('ties the cookies to their host on https', () => {
    for (const name of Object.values(authCookieNames('https://berth.example')))
      expect(name).toMatch(/^__Host-/)
    for (const name of Object.values(authCookieNames('http://berth.example'))) expect(name).not.toMatch(/^__/)
    for (const name of Object.values(authCookieNames(undefined))) expect(name).not.toMatch(/^__/)
  })
})

describe('decodeSessionCookie', () => {
  it('knows the session of a cookie made here', async () => {
    const token = await encode({ token: { sid }, secret: keys.webSession, maxAge: 60 })
    expect(await decodeSessionCookie(token, keys)).toBe(sid)
  })

  it.each<[string, () => Promise<string>]>([
    ['nonsense', async () => 'x.y.z'],
    ['an expired one', () => encode({ token: { sid }, secret: keys.webSession, maxAge: -60 })],
    ['one without a session', () => encode({ token: { sub: sid }, secret: keys.webSession, maxAge: 60 })],
    ['one of another installation', () => encode({ token: { sid }, secret: 'another', maxAge: 60 })],
  ])('refuses %s', async (_what, forge) => {
    expect(await decodeSessionCookie(await forge(), keys)).toBeNull()
  })
})
