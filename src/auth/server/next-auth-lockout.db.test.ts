import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createTestTenant, createTestUser } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'
import { startAuthServer } from './testing/auth-server.ts'
import { createTestBrowser } from './testing/browser.ts'

const testDatabase = useTestDatabase()
const email = 'ada@example.com'
let server: Awaited<ReturnType<typeof startAuthServer>>

beforeAll(async () => {
  const { database } = testDatabase()
  const tenantId = await createTestTenant(database.platform, { subdomain: 'acme' })
  await createTestUser(database.platform, { tenantId, email })
  server = await startAuthServer({ database, rates: 'lockout=1/15m' })
})
afterAll(() => server.close())
beforeEach(() => vi.stubEnv('AUTH_TRUST_HOST', '1'))

it('a locked account is told so in the browser, with the time to wait', async () => {
  const browser = createTestBrowser({ port: server.port, host: 'acme.berth.localhost' })
  const wrong = await browser.signIn('password', { email, password: 'Wrong-Horse-1' })
  expect(wrong.status).toBe(401)
  const right = await browser.signIn('password', { email, password: TEST_PASSWORD })
  expect(right.status).toBe(429)
  expect(Number(right.header('retry-after'))).toBeGreaterThan(60)
  expect(right.json()['url']).toMatch(/error=SIGN_IN_LOCKED$/)
  expect(await browser.session()).toEqual({})
})
