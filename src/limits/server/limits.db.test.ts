import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#src/db/server/database.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { LimitName } from './limit-table.ts'
import type { Limits } from './limits.ts'
import { createTestLimits } from './testing/test-limits.ts'

const current = useTestDatabase()

/** How many of so many tries at the same moment were let through. */
async function passedOf(tries: number, take: (index: number) => Promise<unknown>): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: tries }, (_, index) => take(index)))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'RATE_LIMITED' })
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

async function refusalOf(limits: Limits, name: LimitName, subject: string): Promise<AppError> {
  const thrown: unknown = await limits.take(name, subject).catch((error: unknown) => error)
  if (!(thrown instanceof AppError)) throw new Error('It was not refused.')
  return thrown
}

describe.each(['signup', 'api'] as const)('the limit %s', (name) => {
  it('lets exactly ten of a hundred through that come at once', async () => {
    const limits = createTestLimits(current().database.pool, `${name}=10/m`)
    expect(await passedOf(100, () => limits.take(name, 'crowd'))).toBe(10)
  })

  it('is one for several processes', async () => {
    const { database, url } = current()
    const second = openDatabase({ url, maxConnections: 4 })
    const processes = [database, second].map(({ pool }) => createTestLimits(pool, `${name}=40/m`))
    const take = (index: number) => processes[index % 2]?.take(name, 'shared') ?? Promise.resolve()
    expect(await passedOf(120, take)).toBe(40)
    await second.close()
  })

  it('counts each subject for itself', async () => {
    const limits = createTestLimits(current().database.pool, `${name}=1/m`)
    await limits.take(name, 'one')
    await limits.take(name, 'another')
    await expect(limits.take(name, 'one')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  it('says how long to wait, and lets through again after that', async () => {
    const limits = createTestLimits(current().database.pool, `${name}=2/s`)
    await limits.take(name, 'patient')
    await limits.take(name, 'patient')
    const refusal = await refusalOf(limits, name, 'patient')
    expect(refusal.retryAfterSeconds).toBe(1)
    await sleep(1_100)
    await expect(limits.take(name, 'patient')).resolves.toMatchObject({ limit: 2, remaining: 1 })
  })

  it('tells how much is left', async () => {
    const limits = createTestLimits(current().database.pool, `${name}=100/m`)
    const standings = []
    for (let call = 0; call < 12; call += 1) standings.push(await limits.take(name, 'counting'))
    expect(standings.map(({ remaining }) => remaining)).toEqual(
      Array.from({ length: 12 }, (_, call) => 99 - call),
    )
    expect(standings.at(-1)?.resetSeconds).toBeGreaterThan(50)
  })

  it('lets all through that fit when the database is away', async () => {
    const { url } = current()
    const gone = openDatabase({ url: url.replace(/:\d+\//, ':9/'), maxConnections: 2 })
    const limits = createTestLimits(gone.pool, `${name}=5/m`)
    expect(await passedOf(8, () => limits.take(name, 'offline'))).toBe(5)
    await gone.close()
  })
})

describe('counts', () => {
  it('of the API write once for many calls', async () => {
    const limits = createTestLimits(current().database.pool, 'api=600/m')
    await limits.take('api', 'busy')
    const before = await current().inspect('select key, points from platform.rate_limits order by key')
    for (let call = 0; call < 25; call += 1) await limits.take('api', 'busy')
    expect(await current().inspect('select key, points from platform.rate_limits order by key')).toEqual(
      before,
    )
    await expect(limits.take('api', 'busy', 10)).resolves.toMatchObject({ remaining: 600 - 36 })
  })

  it('can be read, given back and begun anew', async () => {
    const limits = createTestLimits(current().database.pool, 'lockout=2/15m')
    expect(await limits.get('lockout', 'ada')).toMatchObject({ used: 0, remaining: 2 })
    for (const used of [1, 2, 3]) expect(await limits.count('lockout', 'ada')).toMatchObject({ used })
    await limits.giveBack('lockout', 'ada')
    expect(await limits.get('lockout', 'ada')).toMatchObject({ used: 2, remaining: 0 })
    await limits.clear('lockout', 'ada')
    expect(await limits.get('lockout', 'ada')).toMatchObject({ used: 0 })
  })

  it('name nobody', async () => {
    const limits = createTestLimits(current().database.pool)
    await limits.take('login', 'ada@example.com')
    await limits.take('signup', '203.0.113.7')
    const rows = await current().inspect('select key from platform.rate_limits')
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toMatch(/ada|203\.0/)
  })
})
