import { beforeAll, describe, expect, it } from 'vitest'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { UnreadableSecretError } from '#src/encryption/server/encrypted-text.ts'
import { createEncryptionKeys } from '#src/encryption/server/encryption-keys.ts'
import { createStream, callsOf } from '../testing/stream-workspace.ts'
import { tryCall } from '../testing/try-call.ts'
import { readTokens, rotateTokens } from './provider-token.service.ts'

const current = useTestDatabase()
let stream: Awaited<ReturnType<typeof createStream>>

const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keysOf = (configured: string) => createEncryptionKeys({ configured, storedSecret: null })
const old = keysOf(`old:${base64(1)}`)
const both = keysOf(`new:${base64(2)},old:${base64(1)}`)
const fresh = keysOf(`new:${base64(2)}`)
const ACCESS = 'kick-access-token-WXYZ'
const REFRESH = 'kick-refresh-token-1234'

beforeAll(async () => {
  stream = await createStream(current(), 'tokens')
  const { providerTokens } = callsOf(current(), stream.tenant, { encryptionKeys: old })
  await providerTokens.update({ provider: 'kick', accessToken: ACCESS, refreshToken: REFRESH, scope: 'chat' })
})

function read(keys: typeof old) {
  const { tenantId } = stream.tenant
  return withTenantScope(stream.tenant, () =>
    readTokens(current().database.tenant, { keys, tenantId }, 'kick'),
  )
}

function storedRows() {
  return current().inspect<{ access_token: string }>(`select * from ${stream.tenant.schemaName}.api_tokens`)
}

describe('tokens of providers', () => {
  it('are told by their end, to those who lead the business, and stand nowhere in clear', async () => {
    const [told] = await stream.as('admin').providerTokens.list()
    expect(told).toMatchObject({
      provider: 'kick',
      accessTokenEnd: 'WXYZ',
      refreshTokenEnd: '1234',
      scope: 'chat',
    })
    expect(await tryCall(stream.as('manager').providerTokens.list())).toBe('FORBIDDEN')
    const log = await current().database.platform.auditLog.findMany({
      where: { tenantId: stream.tenant.tenantId },
    })
    for (const text of [JSON.stringify(told), JSON.stringify(await storedRows()), JSON.stringify(log)]) {
      expect(text).not.toContain(ACCESS)
      expect(text).not.toContain(REFRESH)
    }
    expect(await read(old)).toEqual({ accessToken: ACCESS, refreshToken: REFRESH })
  })

  it('of a few characters are not told at all', async () => {
    const told = await stream.as().providerTokens.update({ provider: 'short', accessToken: 'secret' })
    expect(told.accessTokenEnd).toBe('')
    await stream.as().providerTokens.delete({ provider: 'short' })
    expect(await tryCall(stream.as().providerTokens.delete({ provider: 'short' }))).toBe('NOT_FOUND')
  })

  it('are read while the key changes, and with the new one alone once they are rotated', async () => {
    const { tenantId } = stream.tenant
    const rotate = () =>
      withTenantScope(stream.tenant, () => rotateTokens(current().database.tenant, { keys: both, tenantId }))
    expect(await read(both)).toEqual({ accessToken: ACCESS, refreshToken: REFRESH })
    await expect(read(fresh)).rejects.toThrow(UnreadableSecretError)
    expect(await rotate()).toBe(1)
    expect(await rotate()).toBe(0)
    expect(await read(fresh)).toEqual({ accessToken: ACCESS, refreshToken: REFRESH })
    await expect(read(old)).rejects.toThrow(UnreadableSecretError)
  })

  it('cannot be read when they were copied to another provider', async () => {
    const { schemaName, tenantId } = stream.tenant
    await stream.as().providerTokens.update({ provider: 'other', accessToken: 'something-else' })
    await current().inspect(
      `update ${schemaName}.api_tokens o set access_token = k.access_token
       from ${schemaName}.api_tokens k where o.provider = 'other' and k.provider = 'kick'`,
    )
    const copied = withTenantScope(stream.tenant, () =>
      readTokens(current().database.tenant, { keys: fresh, tenantId }, 'other'),
    )
    await expect(copied).rejects.toThrow(UnreadableSecretError)
  })
})
