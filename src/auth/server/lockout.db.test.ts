import { setTimeout as sleep } from 'node:timers/promises'
import { hash } from '@node-rs/bcrypt'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLimits } from '#src/limits/server/limits.ts'
import { readRates } from '#src/limits/server/read-rates.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { newId } from '#src/shared/ids.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import { createLockNoticeTask } from './lock-notice.ts'
import { clearFailures } from './lockout.ts'
import { signInWithPassword } from './sign-in.service.ts'
import { createTestTenant, createTestUser } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'
import { testKeys } from './testing/auth-server.ts'

const testDatabase = useTestDatabase()
const WRONG = 'Wrong-Horse-1'
/** Of `TEST_PASSWORD`, at the lowest cost: these tests are about counting, and do it often. */
let cheapHash: string
let acme: string
let addresses = 0

type Try = { email: string; password?: string; ip?: string; rates?: string; tenantId?: string | null }

beforeAll(async () => {
  cheapHash = await hash(TEST_PASSWORD, { cost: 4 })
  acme = await createTestTenant(testDatabase().database.platform, { subdomain: 'acme' })
})

/** An address nobody has used yet. */
function newAddress(): string {
  addresses += 1
  return `198.51.100.${addresses}`
}

async function createPerson(name: string): Promise<string> {
  const email = `${name}@example.com`
  const { platform } = testDatabase().database
  const id = await createTestUser(platform, { tenantId: acme, email })
  await platform.user.updateMany({ where: { id }, data: { passwordHash: cheapHash } })
  return email
}

/** What somebody is told: `in`, or the code of the refusal. */
async function trySignIn(attempt: Try): Promise<string> {
  const { email, password = WRONG, ip = '203.0.113.7', rates = 'lockout=3/15m', tenantId = acme } = attempt
  const { platform, pool } = testDatabase().database
  try {
    await signInWithPassword(platform, {
      tenantId,
      email,
      password,
      kind: 'api',
      lifetimeSeconds: 60,
      caller: { ip, userAgent: 'test', requestId: 'request-1' },
      limits: rates === 'defaults' ? defaultLimits() : createTestLimits(pool, rates),
      auditKey: testKeys.audit,
    })
    return 'in'
  } catch (error) {
    return toCallError(error).code
  }
}

function defaultLimits() {
  const { pool } = testDatabase().database
  return createLimits({ pool, redis: null, rates: readRates(undefined), secret: 'x'.repeat(32) })
}

async function tryOften(times: number, attempt: Try): Promise<string[]> {
  const answers = []
  for (let round = 0; round < times; round += 1) answers.push(await trySignIn(attempt))
  return answers
}

function listLocks(reason: string) {
  return testDatabase().inspect<Record<string, string>>(
    `select * from platform.audit_log where action = 'auth.locked_out' and details ->> 'reason' = $1
     order by created_at`,
    [reason],
  )
}

describe('an account', () => {
  it('is locked after so many failures, for the right password, too, and for nobody else', async () => {
    const email = await createPerson('locked')
    const neighbour = await createPerson('neighbour')
    expect(await tryOften(4, { email })).toEqual([...Array(3).fill('INVALID_CREDENTIALS'), 'SIGN_IN_LOCKED'])
    expect(await trySignIn({ email, password: TEST_PASSWORD })).toBe('SIGN_IN_LOCKED')
    expect(await trySignIn({ email, password: TEST_PASSWORD, ip: newAddress() })).toBe('SIGN_IN_LOCKED')
    expect(await trySignIn({ email: neighbour, password: TEST_PASSWORD })).toBe('in')
    expect(await trySignIn({ email, tenantId: null })).toBe('INVALID_CREDENTIALS')
  })

  it('that does not exist is locked in the same way', async () => {
    const email = 'nobody@example.com'
    expect(await tryOften(4, { email })).toEqual([...Array(3).fill('INVALID_CREDENTIALS'), 'SIGN_IN_LOCKED'])
  })

  it('says how long, and opens again after that', async () => {
    const email = await createPerson('patient')
    const rates = 'lockout=2/2s'
    await tryOften(2, { email, rates })
    const { platform, pool } = testDatabase().database
    const refusal: unknown = await signInWithPassword(platform, {
      tenantId: acme,
      email,
      password: TEST_PASSWORD,
      kind: 'api',
      lifetimeSeconds: 60,
      caller: { ip: null, userAgent: null, requestId: null },
      limits: createTestLimits(pool, 'lockout=2/15m'),
      auditKey: testKeys.audit,
    }).catch((error: unknown) => error)
    expect(toCallError(refusal).retryAfterSeconds).toBeGreaterThan(0)
    expect(toCallError(refusal).details).toEqual({
      retryAfterSeconds: toCallError(refusal).retryAfterSeconds,
    })
    await sleep(2_100)
    expect(await trySignIn({ email, password: TEST_PASSWORD, rates })).toBe('in')
  })

  it('begins anew when its person signs in, or has a new password', async () => {
    const email = await createPerson('human')
    for (let day = 0; day < 2; day += 1) {
      expect(await tryOften(2, { email })).toEqual(Array(2).fill('INVALID_CREDENTIALS'))
      expect(await trySignIn({ email, password: TEST_PASSWORD })).toBe('in')
    }
    expect(await tryOften(4, { email })).toContain('SIGN_IN_LOCKED')
    await clearFailures(createTestLimits(testDatabase().database.pool), { tenantId: acme, email })
    expect(await trySignIn({ email, password: TEST_PASSWORD })).toBe('in')
  })

  it('gives no more guesses to many tries at once', async () => {
    const email = await createPerson('crowded')
    const answers = await Promise.all(Array.from({ length: 20 }, () => trySignIn({ email })))
    expect(answers.filter((answer) => answer === 'INVALID_CREDENTIALS')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'SIGN_IN_LOCKED')).toHaveLength(17)
  })

  it('that is locked is written down once, and its person is told once', async () => {
    const { database, inspect } = testDatabase()
    const email = await createPerson('told')
    await inspect('delete from graphile_worker._private_jobs')
    const before = (await listLocks('account')).length
    await Promise.all(Array.from({ length: 8 }, () => trySignIn({ email })))
    await tryOften(2, { email })
    const locks = await listLocks('account')
    expect(locks).toHaveLength(before + 1)
    expect(locks.at(-1)).toMatchObject({ tenant_id: acme, ip: '203.0.113.7' })
    await tryOften(4, { email: 'stranger@example.com' })
    const jobs = await inspect<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'auth.lock-notice'`,
    )
    expect(jobs).toHaveLength(2)
    const urls = { apexUrl: 'http://berth.localhost', workspaceUrl: (name: string) => `http://${name}.berth` }
    for (const { payload } of jobs) await createLockNoticeTask(database.platform, urls).handle(payload)
    const mails = await inspect<Record<string, string>>(
      `select * from platform.mail_outbox where template = 'sign-in-locked'`,
    )
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ to_address: email, subject: 'Sign-in to acme is paused' })
    expect(mails[0]?.['body']).toContain('http://acme.berth/reset-password')
    expect(mails[0]?.['body']).toContain('15 minutes')
  })
})

describe('an address', () => {
  const rates = 'lockout=3/15m,lockout-address=5/15m'

  it('is locked by failures at many accounts, which stay open from elsewhere', async () => {
    const ip = newAddress()
    const email = await createPerson('sprayed')
    const before = (await listLocks('address')).length
    for (let victim = 0; victim < 5; victim += 1) {
      const victimEmail = await createPerson(`victim-${victim}`)
      expect(await trySignIn({ email: victimEmail, ip, rates })).toBe('INVALID_CREDENTIALS')
    }
    // However often it is tried from there, the account itself is not locked by it.
    const fromThere = { email, password: TEST_PASSWORD, ip, rates }
    expect(await tryOften(5, fromThere)).toEqual(Array(5).fill('SIGN_IN_LOCKED'))
    expect(await trySignIn({ ...fromThere, ip: newAddress() })).toBe('in')
    expect(await listLocks('address')).toHaveLength(before + 1)
  })

  it('is not locked for all by the mistakes of one', async () => {
    const ip = newAddress()
    const clumsy = await createPerson('clumsy')
    const colleague = await createPerson('colleague')
    await tryOften(12, { email: clumsy, ip, rates })
    expect(await trySignIn({ email: clumsy, password: TEST_PASSWORD, ip, rates })).toBe('SIGN_IN_LOCKED')
    expect(await trySignIn({ email: colleague, password: TEST_PASSWORD, ip, rates })).toBe('in')
  })

  it('lets a hundred people in at once, with the limits as they are by default', async () => {
    const { platform } = testDatabase().database
    const emails = Array.from({ length: 100 }, (_, index) => `person-${index}@example.com`)
    await platform.user.createMany({
      data: emails.map((email) => {
        return { id: newId(), tenantId: acme, email, fullName: 'Ada', passwordHash: cheapHash, role: 'staff' }
      }),
    })
    const ip = newAddress()
    const answers = await Promise.all(
      emails.map((email) => trySignIn({ email, password: TEST_PASSWORD, ip, rates: 'defaults' })),
    )
    expect(answers).toEqual(Array(100).fill('in'))
  })
})

it('too many tries at one account in a minute wait, and say so by the name of the lock once it is locked', async () => {
  const email = await createPerson('hasty')
  const rates = 'login=2/m,lockout=2/15m'
  const right = { email, password: TEST_PASSWORD, rates }
  expect(await tryOften(3, right)).toEqual(['in', 'in', 'RATE_LIMITED'])
  const guessed = await createPerson('guessed')
  expect(await tryOften(3, { email: guessed, rates })).toEqual([
    ...Array(2).fill('INVALID_CREDENTIALS'),
    'SIGN_IN_LOCKED',
  ])
})
