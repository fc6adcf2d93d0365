import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { getAccount } from './account.repository.ts'
import { startApiSession } from './api-session.service.ts'
import { getLiveIdentity } from './live-identity.repository.ts'
import { REPLAY_SECONDS, rotateRefreshToken } from './refresh-token.service.ts'
import { createSecretToken } from './secret-token.ts'
import { createTestTenant, createTestUser, testCaller } from './testing/accounts.ts'
import { testKeys } from './testing/auth-server.ts'

const testDatabase = useTestDatabase()
const DAY = 86_400
let acme: string
let ada: string
/** the first refresh token of a session that has just begun */
let first: string
let sessionId: string

const db = () => testDatabase().database.platform
const inspect = (sql: string, values?: unknown[]) => testDatabase().inspect(sql, values)

beforeAll(async () => {
  acme = await createTestTenant(db(), { subdomain: 'acme' })
})

beforeEach(async () => {
  ada = await createTestUser(db(), { tenantId: acme, email: `${createSecretToken().toLowerCase()}@x.test` })
  const account = await getAccount(db(), { tenantId: acme, userId: ada })
  if (!account) throw new Error('The account is missing.')
  const started = await db().$transaction((tx) =>
    startApiSession(tx, { BERTH_REFRESH_TOKEN_DAYS: 7 }, { account, method: 'password', caller: testCaller }),
  )
  first = started.refreshToken
  sessionId = started.identity.sessionId
})

function rotate(refreshToken: string, change: { key?: typeof testKeys.refreshToken } = {}) {
  const rotation = { refreshToken, key: testKeys.refreshToken, lifetimeSeconds: 7 * DAY, caller: testCaller }
  return rotateRefreshToken(db(), { ...rotation, ...change })
}

/** Lets so many seconds pass for what was exchanged so far. */
const letPass = (seconds: number) =>
  inspect(
    `update platform.refresh_tokens set rotated_at = rotated_at - make_interval(secs => $2)
     where session_id = $1 and rotated_at is not null`,
    [sessionId, seconds],
  )

const reuses = () =>
  inspect(`select * from platform.audit_log where action = 'auth.token_reused' and resource_id = $1`, [
    sessionId,
  ])

describe('a refresh token', () => {
  it('is exchanged for another one and tells who its person is by now', async () => {
    await db().user.update({ where: { id: ada }, data: { role: 'viewer' } })
    const next = await rotate(first)
    expect(next.refreshToken).toMatch(/^[\w-]{43}$/)
    expect(next.refreshToken).not.toBe(first)
    expect(next.identity).toMatchObject({ userId: ada, tenantId: acme, role: 'viewer', sessionId })
    expect((await rotate(next.refreshToken)).refreshToken).not.toBe(next.refreshToken)
  })

  it('is stored as a hash alone, and so is its successor', async () => {
    const { refreshToken } = await rotate(first)
    const stored = JSON.stringify(await inspect('select * from platform.refresh_tokens'))
    expect(stored).not.toContain(first)
    expect(stored).not.toContain(refreshToken)
  })

  it('lets its session live on from then', async () => {
    await inspect(`update platform.sessions set expires_at = now() + interval '1 hour' where id = $1`, [
      sessionId,
    ])
    await rotate(first)
    const [session] = await inspect(
      `select extract(epoch from expires_at - now())::float as left from platform.sessions where id = $1`,
      [sessionId],
    )
    expect(session?.['left']).toBeCloseTo(7 * DAY, -2)
  })

  it('answers the same again for a moment, and whoever got it goes on working', async () => {
    const [one, two] = [await rotate(first), await rotate(first)]
    expect(two.refreshToken).toBe(one.refreshToken)
    await letPass(REPLAY_SECONDS - 2)
    expect((await rotate(first)).refreshToken).toBe(one.refreshToken)
    expect((await rotate(two.refreshToken)).refreshToken).not.toBe(one.refreshToken)
    expect(await reuses()).toEqual([])
  })

  it('has one successor, however many ask at once, and all of them go on', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => rotate(first)))
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    const again = await Promise.all(answers.map(({ refreshToken }) => rotate(refreshToken)))
    expect(new Set(again.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    const rows = await inspect('select from platform.refresh_tokens where session_id = $1', [sessionId])
    expect(rows).toHaveLength(3)
    expect(await getLiveIdentity(db(), sessionId)).toMatchObject({ userId: ada })
  })

  it('ends its whole session when it is used after that moment, for thief and owner alike', async () => {
    const { refreshToken: second } = await rotate(first)
    await letPass(REPLAY_SECONDS + 1)
    await expect(rotate(first)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    expect(await getLiveIdentity(db(), sessionId)).toBeNull()
    await expect(rotate(second)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await expect(rotate(first)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    const [record, ...more] = await reuses()
    expect(record).toMatchObject({ tenant_id: acme, actor_kind: 'visitor', details: { userId: ada } })
    expect(more).toEqual([])
  })

  it('of an older generation ends the session, too', async () => {
    const { refreshToken: second } = await rotate(first)
    const { refreshToken: third } = await rotate(second)
    await letPass(REPLAY_SECONDS + 1)
    await expect(rotate(first)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await expect(rotate(third)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it.each([
    ['it has expired', `update platform.refresh_tokens set expires_at = now() where session_id = $1`],
    ['its session has expired', `update platform.sessions set expires_at = now() where id = $1`],
    ['its session was revoked', `update platform.sessions set revoked_at = now() where id = $1`],
    [
      'its person was switched off',
      `update platform.users set is_active = false where id = (select user_id from platform.sessions where id = $1)`,
    ],
    [
      'its person was removed',
      `update platform.users set removed_at = now() where id = (select user_id from platform.sessions where id = $1)`,
    ],
    [
      'it says another workspace than its session',
      `update platform.refresh_tokens set tenant_id = null where session_id = $1`,
    ],
  ])('is worth nothing when %s', async (_, change) => {
    await inspect(change, [sessionId])
    await expect(rotate(first)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })

  it.each(['', 'x', createSecretToken(), "' or true --", '\0'.repeat(43), 'x'.repeat(1_000_000)])(
    'that nobody has issued opens nothing: %.20j',
    async (token) => {
      await expect(rotate(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    },
  )

  it('cannot be told from the one before without the secret of the installation', async () => {
    const { refreshToken } = await rotate(first)
    expect((await rotate(first, { key: testKeys.accessToken })).refreshToken).not.toBe(refreshToken)
  })

  it('is worth nothing in part', async () => {
    await expect(rotate(first.slice(0, -1))).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await expect(rotate(`${first} `)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    expect((await rotate(first)).refreshToken).toBeDefined()
  })
})
