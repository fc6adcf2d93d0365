import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { deriveAuthKeys } from './auth-keys.ts'
import { getAccount } from './account.repository.ts'
import { requireLiveSession, revokeSession, startSession } from './session.service.ts'
import { createOneTimeToken, redeemOneTimeToken } from './one-time-token.service.ts'
import { signInWithPassword, signInWithTicket, type PasswordSignIn } from './sign-in.service.ts'
import { createTestTenant, createTestUser, testCaller } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'

const testDatabase = useTestDatabase()
const auditKey = deriveAuthKeys('a secret of the installation, long enough').audit
const request = { kind: 'api', lifetimeSeconds: 1800, caller: testCaller } as const

let acme: string
let other: string
let ada: string

beforeAll(async () => {
  const db = testDatabase().database.platform
  acme = await createTestTenant(db, { subdomain: 'acme' })
  other = await createTestTenant(db, { subdomain: 'other' })
  ada = await createTestUser(db, { tenantId: acme, email: 'ada@example.com' })
  await createTestUser(db, { tenantId: acme, email: 'gone@example.com', isActive: false })
  await createTestUser(db, { tenantId: null, email: 'root@example.com' })
})

function signIn(change: Partial<PasswordSignIn> = {}) {
  const { platform, pool } = testDatabase().database
  const person = { tenantId: acme, email: 'ada@example.com', password: TEST_PASSWORD }
  const limits = createTestLimits(pool)
  return signInWithPassword(platform, { ...person, auditKey, limits, ...request, ...change })
}

async function lastAudit() {
  const [row] = await testDatabase().inspect(
    'select * from platform.audit_log order by created_at desc limit 1',
  )
  return row
}

describe('signInWithPassword', () => {
  it('starts a session and records it', async () => {
    const identity = await signIn()
    expect(identity).toMatchObject({ userId: ada, tenantId: acme, email: 'ada@example.com', role: 'owner' })
    const [session] = await testDatabase().inspect('select * from platform.sessions where id = $1', [
      identity.sessionId,
    ])
    expect(session).toMatchObject({
      user_id: ada,
      tenant_id: acme,
      kind: 'api',
      ip: '203.0.113.7',
      user_agent: 'test',
      revoked_at: null,
    })
    expect(session?.['expires_at'] - session?.['created_at']).toBeCloseTo(1_800_000, -4)
    const [user] = await testDatabase().inspect('select last_sign_in_at from platform.users where id = $1', [
      ada,
    ])
    expect(user?.['last_sign_in_at']).toBeInstanceOf(Date)
    expect(await lastAudit()).toMatchObject({
      tenant_id: acme,
      actor_id: ada,
      actor_kind: 'user',
      action: 'auth.sign_in',
      resource_id: identity.sessionId,
      request_id: 'request-1',
      ip: '203.0.113.7',
    })
  })

  it('knows people of the platform apart from people of a tenant', async () => {
    expect(await signIn({ tenantId: null, email: 'root@example.com' })).toMatchObject({
      tenantId: null,
      role: 'platform_admin',
    })
    expect(await lastAudit()).toMatchObject({ actor_kind: 'platform', tenant_id: null })
    await expect(signIn({ email: 'root@example.com' })).rejects.toThrow('do not match')
    await expect(signIn({ tenantId: null })).rejects.toThrow('do not match')
    await expect(signIn({ tenantId: other })).rejects.toThrow('do not match')
  })

  it.each([
    ['wrong_password', { password: 'Wrong-Horse-1' }],
    ['inactive_account', { email: 'gone@example.com' }],
    ['unknown_account', { email: 'nobody@example.com' }],
    ['wrong_password', { password: TEST_PASSWORD.padEnd(80, 'x') }],
  ])('refuses with the same answer and records %s', async (reason, change) => {
    const sessions = await testDatabase().inspect('select from platform.sessions')
    await expect(signIn(change)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS', details: undefined })
    const audit = await lastAudit()
    expect(audit).toMatchObject({ action: 'auth.sign_in_failed', actor_kind: 'visitor', actor_id: null })
    expect(audit?.['details']).toMatchObject({ reason })
    expect(JSON.stringify(audit)).not.toMatch(/nobody@|Horse/)
    expect(await testDatabase().inspect('select from platform.sessions')).toHaveLength(sessions.length)
  })

  it('gives repeated tries on an unknown account the same mark', async () => {
    const marks: unknown[] = []
    for (const email of ['x@example.com', 'x@example.com', 'y@example.com']) {
      await signIn({ email }).catch(() => undefined)
      marks.push((await lastAudit())?.['details'].account)
    }
    expect(marks[0]).toMatch(/^[0-9a-f]{12}$/)
    expect(marks[1]).toBe(marks[0])
    expect(marks[2]).not.toBe(marks[0])
  })
})

describe('sessions', () => {
  it('end at once when revoked, and the end is recorded once', async () => {
    const db = testDatabase().database.platform
    const identity = await signIn()
    expect(await requireLiveSession(db, identity.sessionId)).toEqual(identity)
    await revokeSession(db, { identity, caller: testCaller })
    await expect(requireLiveSession(db, identity.sessionId)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    await revokeSession(db, { identity, caller: testCaller })
    const records = await testDatabase().inspect(
      `select from platform.audit_log where action = 'auth.sign_out' and resource_id = $1`,
      [identity.sessionId],
    )
    expect(records).toHaveLength(1)
  })

  it('end by their time', async () => {
    const identity = await signIn({ lifetimeSeconds: 0.05 })
    await sleep(100)
    await expect(
      requireLiveSession(testDatabase().database.platform, identity.sessionId),
    ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('show the role and the state of the person as of now', async () => {
    const db = testDatabase().database.platform
    const userId = await createTestUser(db, { tenantId: acme, email: 'bob@example.com', role: 'staff' })
    const { sessionId } = await signIn({ email: 'bob@example.com' })
    await db.user.update({ where: { id: userId }, data: { role: 'manager' } })
    expect(await requireLiveSession(db, sessionId)).toMatchObject({ role: 'manager' })
    await db.user.update({ where: { id: userId }, data: { isActive: false } })
    await expect(requireLiveSession(db, sessionId)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

it('no session begins for an account that has changed since it was checked', async () => {
  const { platform } = testDatabase().database
  const userId = await createTestUser(platform, { tenantId: acme, email: 'quick@example.com' })
  const account = await getAccount(platform, { tenantId: acme, userId })
  if (!account) throw new Error('The account is missing.')
  for (const data of [{ passwordHash: 'another' }, { isActive: false, passwordHash: account.passwordHash }]) {
    await platform.user.update({ where: { id: userId }, data })
    const start = platform.$transaction((tx) => startSession(tx, { account, method: 'password', request }))
    await expect(start).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  }
  expect(await platform.session.count({ where: { userId } })).toBe(0)
})

describe('sign-in tickets', () => {
  const ticketFor = (tenantId = acme, userId = ada) =>
    createOneTimeToken(testDatabase().database.platform, { purpose: 'sign-in', tenantId, userId })
  const useTicket = (ticket: string, tenantId = acme) =>
    signInWithTicket(testDatabase().database.platform, { ...request, kind: 'web', ticket, tenantId })

  it('sign in once, and only their hash is stored', async () => {
    const ticket = await ticketFor()
    expect(ticket).toMatch(/^[\w-]{43}$/)
    const rows = await testDatabase().inspect('select * from platform.one_time_tokens')
    expect(JSON.stringify(rows)).not.toContain(ticket)
    expect(await useTicket(ticket)).toMatchObject({ userId: ada, tenantId: acme })
    await expect(useTicket(ticket)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    expect(await lastAudit()).toMatchObject({ action: 'auth.sign_in_failed', tenant_id: acme })
  })

  it('let exactly one of many through that come at once', async () => {
    const ticket = await ticketFor()
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => useTicket(ticket)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'TOKEN_INVALID' })
    }
  })

  it('are worth nothing in another workspace, and stay good in their own', async () => {
    const ticket = await ticketFor()
    await expect(useTicket(ticket, other)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    const redeemed = redeemOneTimeToken(testDatabase().database.platform, {
      token: ticket,
      purpose: 'sign-in',
      tenantId: other,
    })
    await expect(redeemed).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    expect(await useTicket(ticket)).toMatchObject({ tenantId: acme })
  })

  it('cannot carry a person into a workspace that is not theirs', async () => {
    const ticket = await ticketFor(other, ada)
    await expect(useTicket(ticket, other)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it('expire', async () => {
    const ticket = await ticketFor()
    const [row] = await testDatabase().inspect(
      `select extract(epoch from expires_at - created_at)::float as life from platform.one_time_tokens
       order by created_at desc limit 1`,
    )
    expect(row?.['life']).toBeCloseTo(60, 0)
    await testDatabase().inspect(
      `update platform.one_time_tokens set expires_at = now() - interval '1 second'`,
    )
    await expect(useTicket(ticket)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it('do nothing for a person who was switched off', async () => {
    const db = testDatabase().database.platform
    const userId = await createTestUser(db, { tenantId: acme, email: 'left@example.com', isActive: false })
    const ticket = await ticketFor(acme, userId)
    await expect(useTicket(ticket)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it.each(['', 'short', 'x'.repeat(43), "'; drop table platform.users; --", '\0'.repeat(43)])(
    'refuse %j',
    async (ticket) => {
      const redeemed = redeemOneTimeToken(testDatabase().database.platform, {
        token: ticket,
        purpose: 'sign-in',
        tenantId: acme,
      })
      await expect(redeemed).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    },
  )
})
