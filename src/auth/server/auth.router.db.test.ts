import { generateOpenApiDocument } from 'trpc-to-openapi'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createTestKeys } from '#src/encryption/server/testing/test-keys.ts'
import { readEnv } from '#src/env.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { createCallerFactory } from '#src/trpc/server/init.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import { issueAccessToken } from './access-token.ts'
import { createAuthRouter } from './auth.router.ts'
import { readIdentity } from './request-identity.ts'
import { createTestTenant, createTestUser } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'
import { getTestCallTenant, testKeys } from './testing/auth-server.ts'

const testDatabase = useTestDatabase()
const env = readEnv({ BERTH_ACCESS_TOKEN_MINUTES: '30' })
const router = createAuthRouter({
  keys: testKeys,
  findTenant: (ctx, subdomain) => getTestCallTenant(ctx.database.platform, { subdomain }),
  findTenantById: (ctx, tenantId) => getTestCallTenant(ctx.database.platform, { id: tenantId }),
  requireOpenTenant: (tenant) => {
    if (tenant.status === 'suspended') throw new AppError('TENANT_SUSPENDED')
  },
})
const ada = { email: 'ada@example.com', password: TEST_PASSWORD }
let acme: string
let adaId: string

beforeAll(async () => {
  const db = testDatabase().database.platform
  acme = await createTestTenant(db, { subdomain: 'acme' })
  await createTestTenant(db, { subdomain: 'other' })
  await createTestTenant(db, { subdomain: 'paused', status: 'suspended' })
  adaId = await createTestUser(db, { tenantId: acme, email: ada.email })
  await createTestUser(db, { tenantId: null, email: 'root@example.com' })
})

/** Calls as the server would: who calls is read from the token, the tenant from the host. */
async function call({ token, host }: { token?: string; host?: string } = {}) {
  const { database } = testDatabase()
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const identity = await readIdentity(
    { method: 'POST', headers },
    { query: database.platformQuery, keys: testKeys, env },
  )
  const hostTenant = host ? await getTestCallTenant(database.platform, { subdomain: host }) : null
  const ctx: CallContext = {
    database,
    env,
    logger: createLogger({ level: 'silent' }),
    permissions: new Map(),
    limits: createTestLimits(database.pool),
    authSecret: '',
    encryptionKeys: createTestKeys(),
    files: createFileStore(readEnv({})),
    requestId: 'request-1',
    ip: '203.0.113.7',
    userAgent: 'test',
    hostTenant,
    identity,
    tenant: hostTenant,
    watchToken: null,
    idempotencyKey: null,
    apexUrl: 'http://berth.localhost',
    workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
    forgetTenant: () => undefined,
    announceChange: () => undefined,
    response: {},
  }
  return createCallerFactory(router)(ctx)
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error === undefined ? 'no error' : toCallError(error).code
}

describe('login', () => {
  it('answers with a token and who it is for', async () => {
    const answer = await (await call()).login({ ...ada, email: ' Ada@Example.com', subdomain: 'acme' })
    expect(answer).toEqual({
      accessToken: answer.accessToken,
      refreshToken: answer.refreshToken,
      expiresIn: 1800,
      tokenType: 'Bearer',
      user: { id: adaId, email: ada.email, fullName: 'Ada Test', role: 'owner', tenantId: acme },
    })
    expect(await (await call({ token: answer.accessToken })).me()).toEqual(answer.user)
    const [session] = await testDatabase().inspect(
      'select * from platform.sessions order by created_at desc limit 1',
    )
    expect(session).toMatchObject({ kind: 'api', user_id: adaId, ip: '203.0.113.7' })
    const [audit] = await testDatabase().inspect(
      'select * from platform.audit_log order by created_at desc limit 1',
    )
    expect(audit).toMatchObject({
      action: 'auth.sign_in',
      request_id: 'request-1',
      details: { method: 'password', kind: 'api' },
    })
  })

  it('needs no subdomain on the host of the workspace, nor for people of the platform on the apex', async () => {
    expect(await (await call({ host: 'acme' })).login(ada)).toMatchObject({ user: { id: adaId } })
    const root = { email: 'root@example.com', password: TEST_PASSWORD }
    expect(await (await call()).login(root)).toMatchObject({
      user: { tenantId: null, role: 'platform_admin' },
    })
  })

  it.each([
    {
      what: 'a wrong password',
      host: 'acme',
      input: { ...ada, password: 'nope' },
      code: 'INVALID_CREDENTIALS',
    },
    {
      what: 'an unknown account',
      host: 'acme',
      input: { ...ada, email: 'x@y.z' },
      code: 'INVALID_CREDENTIALS',
    },
    { what: 'staff on the apex without subdomain', input: ada, code: 'INVALID_CREDENTIALS' },
    { what: 'staff of another workspace', host: 'other', input: ada, code: 'INVALID_CREDENTIALS' },
    { what: 'an unknown workspace', input: { ...ada, subdomain: 'nobody' }, code: 'TENANT_NOT_FOUND' },
    { what: 'a suspended workspace', input: { ...ada, subdomain: 'paused' }, code: 'TENANT_SUSPENDED' },
    {
      what: 'another workspace than the host',
      host: 'acme',
      input: { ...ada, subdomain: 'other' },
      code: 'TENANT_MISMATCH',
    },
    { what: 'an unknown field', input: { ...ada, isAdmin: true }, code: 'VALIDATION_FAILED' },
  ])('refuses $what', async ({ host, input, code }) => {
    expect(await codeOf((await call(host ? { host } : {})).login(input))).toBe(code)
  })

  it('says at each field what is missing', async () => {
    const error: unknown = await (
      await call()
    )
      .login({ email: 'ada', password: '' })
      .catch((reason: unknown) => reason)
    expect(toCallError(error).details).toEqual({
      fields: {
        email: ['Enter an e-mail address, such as you@example.com.'],
        password: ['Enter your password.'],
      },
    })
  })
})

describe('tokens', () => {
  it('are worthless at once after logout', async () => {
    const { accessToken: token } = await (await call({ host: 'acme' })).login(ada)
    expect(await (await call({ token })).logout()).toEqual({ signedOut: true })
    expect(await codeOf((await call({ token })).me())).toBe('UNAUTHENTICATED')
    expect(await codeOf((await call({ token })).logout())).toBe('UNAUTHENTICATED')
  })

  it('count for nothing on the host of another workspace', async () => {
    const { accessToken: token } = await (await call({ host: 'acme' })).login(ada)
    expect(await codeOf((await call({ token, host: 'other' })).me())).toBe('TENANT_MISMATCH')
    expect(await (await call({ token, host: 'acme' })).me()).toMatchObject({ id: adaId })
  })

  it('must belong to the person of their session', async () => {
    const { accessToken, user } = await (await call({ host: 'acme' })).login(ada)
    const identity = await readIdentity(
      { headers: { authorization: `bearer ${accessToken}` } },
      { query: testDatabase().database.platformQuery, keys: testKeys, env },
    )
    expect(identity).toMatchObject({ userId: user.id })
    const swapped = { ...identity, userId: acme } as NonNullable<typeof identity>
    const { accessToken: token } = await issueAccessToken(testKeys.accessToken, {
      identity: swapped,
      minutes: 5,
    })
    expect(await codeOf((await call({ token })).me())).toBe('UNAUTHENTICATED')
  })

  it.each(['', 'nonsense', 'a.b.c'])('are nothing when they are %j', async (token) => {
    expect(await codeOf((await call({ token })).me())).toBe('UNAUTHENTICATED')
  })
})

it('has a description for programs', () => {
  const { paths } = generateOpenApiDocument(router, { title: 'x', version: '1', baseUrl: 'http://x' })
  expect(Object.keys(paths ?? {}).sort()).toEqual([
    '/auth/email',
    '/auth/email/confirm',
    '/auth/login',
    '/auth/logout',
    '/auth/me',
    '/auth/password',
    '/auth/password-reset',
    '/auth/password-reset/confirm',
    '/auth/refresh',
    '/tenants/me/api-tokens',
    '/tenants/me/api-tokens/{id}',
    '/tenants/me/sessions',
    '/tenants/me/sessions/revoke-others',
    '/tenants/me/sessions/{id}',
  ])
})
