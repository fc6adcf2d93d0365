import { createSecretKey } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import type { Identity } from '../identity.ts'
import { issueAccessToken, verifyAccessToken } from './access-token.ts'
import { deriveAuthKeys } from './auth-keys.ts'

const keys = deriveAuthKeys('a secret of the installation, long enough')
const identity: Identity = {
  userId: '0198c0de-0000-7000-8000-000000000001',
  tenantId: '0198c0de-0000-7000-8000-000000000002',
  email: 'ada@example.com',
  fullName: 'Ada',
  role: 'owner',
  credential: 'api',
  scopes: null,
  sessionId: '0198c0de-0000-7000-8000-000000000003',
}
const claims = {
  user_id: identity.userId,
  tenant_id: identity.tenantId,
  email: identity.email,
  role: identity.role,
  sid: identity.sessionId,
}

function sign(
  payload: Record<string, unknown>,
  header: { alg: string; typ?: string } = { alg: 'HS256', typ: 'JWT' },
) {
  return new SignJWT(payload)
    .setProtectedHeader(header)
    .setIssuer('berth')
    .setAudience('berth-api')
    .setExpirationTime('5m')
}

describe('access tokens', () => {
  it('carry who signed in, for as long as asked', async () => {
    const { accessToken, expiresIn } = await issueAccessToken(keys.accessToken, { identity, minutes: 30 })
    expect(expiresIn).toBe(1800)
    const verified = await verifyAccessToken(keys.accessToken, accessToken)
    expect(verified).toEqual({ ...claims, exp: verified?.exp })
    expect(Math.abs((verified?.exp ?? 0) - Date.now() / 1000 - 1800)).toBeLessThan(5)
  })

  it('are known once they were checked, but only by the key that signed them and until they end', async () => {
    const { accessToken } = await issueAccessToken(keys.accessToken, { identity, minutes: 30 })
    const other = createSecretKey(Buffer.alloc(32, 1))
    for (let round = 0; round < 2; round += 1) {
      expect(await verifyAccessToken(keys.accessToken, accessToken)).not.toBeNull()
      expect(await verifyAccessToken(other, accessToken)).toBeNull()
    }
    vi.setSystemTime(Date.now() + 31 * 60_000)
    expect(await verifyAccessToken(keys.accessToken, accessToken)).toBeNull()
    vi.useRealTimers()
  })

  it('carry no tenant for people of the platform', async () => {
    const admin: Identity = { ...identity, tenantId: null, role: 'platform_admin' }
    const { accessToken } = await issueAccessToken(keys.accessToken, { identity: admin, minutes: 30 })
    expect(await verifyAccessToken(keys.accessToken, accessToken)).toMatchObject({ tenant_id: null })
  })

  it('accepts a token signed by hand the right way, so that the refusals below mean something', async () => {
    const token = await sign(claims).sign(keys.accessToken)
    expect(await verifyAccessToken(keys.accessToken, token)).not.toBeNull()
  })

  it('end', async () => {
    const { accessToken } = await issueAccessToken(keys.accessToken, { identity, minutes: 30 })
    vi.setSystemTime(Date.now() + 31 * 60_000)
    expect(await verifyAccessToken(keys.accessToken, accessToken)).toBeNull()
    vi.useRealTimers()
  })

  it.each<[string, () => Promise<string> | string]>([
    ['nonsense', () => 'not.a.token'],
    ['nothing', () => ''],
    [
      'no signature',
      () =>
        new UnsecuredJWT(claims).setIssuer('berth').setAudience('berth-api').setExpirationTime('5m').encode(),
    ],
    [
      'the key of another installation',
      () => sign(claims).sign(deriveAuthKeys('b secret of the installation, long enough').accessToken),
    ],
    ['the key of another purpose', () => sign(claims).sign(keys.audit)],
    ['another audience', () => sign(claims).setAudience('somebody-else').sign(keys.accessToken)],
    ['another issuer', () => sign(claims).setIssuer('somebody-else').sign(keys.accessToken)],
    [
      'no expiry',
      () =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
          .setIssuer('berth')
          .setAudience('berth-api')
          .sign(keys.accessToken),
    ],
    ['a role that does not exist', () => sign({ ...claims, role: 'god' }).sign(keys.accessToken)],
    ['no session', () => sign({ ...claims, sid: undefined }).sign(keys.accessToken)],
  ])('refuse %s', async (_what, forge) => {
    expect(await verifyAccessToken(keys.accessToken, await forge())).toBeNull()
  })

  it('refuse another algorithm, even under the right key', async () => {
    const key = createSecretKey(new Uint8Array(64).fill(7))
    const header = { alg: 'HS512', typ: 'JWT' }
    expect(await verifyAccessToken(key, await sign(claims, header).sign(key))).toBeNull()
    expect(await verifyAccessToken(key, await sign(claims).sign(key))).not.toBeNull()
  })

  it('refuse a changed claim under the old signature', async () => {
    const { accessToken } = await issueAccessToken(keys.accessToken, { identity, minutes: 30 })
    const [header, payload, signature] = accessToken.split('.')
    const changed = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...changed, role: 'platform_admin' })).toString('base64url')
    expect(await verifyAccessToken(keys.accessToken, [header, forged, signature].join('.'))).toBeNull()
  })
})
