import { beforeAll, expect, it, vi } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import { hashPassword } from './password.ts'
import { signInWithPassword } from './sign-in.service.ts'
import { createTestTenant, createTestUser, testCaller } from './testing/accounts.ts'
import { TEST_PASSWORD } from './testing/test-password.ts'
import { testKeys } from './testing/auth-server.ts'

vi.unmock('./password.ts')

const testDatabase = useTestDatabase()
const ROUNDS = 10
/** One in a thousand pairs of equal distributions lies further apart; without hashing all of them would. */
const MAX_Z = 3.3
let acme: string

beforeAll(async () => {
  const { platform } = testDatabase().database
  acme = await createTestTenant(platform, { subdomain: 'acme' })
  for (const name of ['known', 'locked']) {
    await createTestUser(platform, { tenantId: acme, email: `${name}@example.com` })
  }
  await createTestUser(platform, { tenantId: acme, email: 'inactive@example.com', isActive: false })
  await platform.user.updateMany({ data: { passwordHash: await hashPassword(TEST_PASSWORD) } })
})

/** Tries a wrong password. @returns how long the answer took, in milliseconds, and its code */
async function tryOn(name: string): Promise<{ ms: number; code: string }> {
  const { platform, pool } = testDatabase().database
  const limits = createTestLimits(pool, name === 'locked' ? 'lockout=1/d' : undefined)
  const startedAt = performance.now()
  const refusal: unknown = await signInWithPassword(platform, {
    tenantId: acme,
    email: `${name}@example.com`,
    password: 'Wrong-Horse-1',
    kind: 'api',
    lifetimeSeconds: 60,
    caller: testCaller,
    limits,
    auditKey: testKeys.audit,
  }).catch((error: unknown) => error)
  return { ms: performance.now() - startedAt, code: toCallError(refusal).code }
}

/** How far two samples lie apart by the ranks of their values (Mann and Whitney), in standard deviations. */
function distanceOf(one: number[], other: number[]): number {
  const wins = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
  const sum = wins.reduce<number>((total, win) => total + win, 0)
  const pairs = one.length * other.length
  return Math.abs(sum - pairs / 2) / Math.sqrt((pairs * (one.length + other.length + 1)) / 12)
}

it(
  'takes as long for an unknown account, a wrong password, a locked and an inactive account',
  { timeout: 240_000 },
  async () => {
    await tryOn('locked')
    const times: Record<string, number[]> = { known: [], unknown: [], locked: [], inactive: [] }
    const names = Object.keys(times)
    for (let round = 0; round < ROUNDS; round += 1) {
      // In another order each time, so that what goes on beside the test hits all alike.
      const order = names.map((_, index) => names[(index + round) % names.length] ?? '')
      for (const name of order) {
        const { ms, code } = await tryOn(name)
        expect(code).toBe(name === 'locked' ? 'SIGN_IN_LOCKED' : 'INVALID_CREDENTIALS')
        times[name]?.push(ms)
      }
    }
    for (const name of ['unknown', 'locked', 'inactive']) {
      expect(distanceOf(times['known'] ?? [], times[name] ?? []), name).toBeLessThan(MAX_Z)
    }
  },
)

it('would notice an answer that comes without the work', () => {
  const slow = Array.from({ length: ROUNDS }, (_, index) => 200 + index)
  expect(
    distanceOf(
      slow,
      slow.map((ms) => ms - 190),
    ),
  ).toBeGreaterThan(MAX_Z)
  expect(distanceOf(slow, slow)).toBeLessThan(MAX_Z)
})
