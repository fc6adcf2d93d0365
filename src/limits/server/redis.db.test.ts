import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { createLimits, type Limits } from './limits.ts'
import { readRates } from './read-rates.ts'
import { openRedis, type RedisConnection } from './redis-connection.ts'
import { hasRedis, startRedis, type TestRedis } from './testing/redis-server.ts'

const current = useTestDatabase()
const lines: { level: number; msg: string }[] = []
const logger = createLogger({
  level: 'info',
  destination: { write: (line) => void lines.push(JSON.parse(line) as { level: number; msg: string }) },
})

// Without the program there is nothing to test against; the title says so in the report.
const title = hasRedis ? 'with Redis' : 'with Redis (redis-server is not installed here)'
describe.skipIf(!hasRedis)(title, () => {
  let redis: TestRedis
  const connections: RedisConnection[] = []

  async function untilUp(connection: RedisConnection): Promise<void> {
    while (!connection.isUp()) await sleep(10)
  }
  async function connect(rates: string): Promise<Limits> {
    const connection = openRedis(redis.url, logger)
    connections.push(connection)
    await untilUp(connection)
    return createLimits({
      pool: current().database.pool,
      redis: connection,
      rates: readRates(rates),
      secret: 'a secret for tests only, long enough',
    })
  }
  async function passedOf(tries: number, take: (index: number) => Promise<unknown>): Promise<number> {
    const outcomes = await Promise.allSettled(Array.from({ length: tries }, (_, index) => take(index)))
    return outcomes.filter(({ status }) => status === 'fulfilled').length
  }
  const storedRows = () => current().inspect('select from platform.rate_limits')

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => {
    for (const connection of connections) connection.close()
    await redis.kill()
  })

  it.each(['signup', 'api'] as const)('%s: exactly as many pass, of two processes together', async (name) => {
    const both = [await connect(`${name}=10/m`), await connect(`${name}=10/m`)]
    expect(await passedOf(100, (index) => both[index % 2]?.take(name, 'crowd') ?? Promise.resolve())).toBe(10)
    expect(await storedRows()).toHaveLength(0)
  })

  it('the window passes', async () => {
    const limits = await connect('signup=1/s')
    await limits.take('signup', 'patient')
    await expect(limits.take('signup', 'patient')).rejects.toMatchObject({ retryAfterSeconds: 1 })
    await sleep(1_100)
    await limits.take('signup', 'patient')
  })

  it('killed in the middle: PostgreSQL counts on, one warning, and Redis takes over again', async () => {
    const limits = await connect('signup=10/m,lockout=3/m')
    const connection = connections.at(-1)
    await limits.count('lockout', 'before')
    lines.length = 0
    await redis.kill()
    const startedAt = performance.now()
    expect(await passedOf(50, () => limits.take('signup', 'during the outage'))).toBe(10)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(await limits.get('lockout', 'before')).toMatchObject({ used: 0 })
    await limits.clear('lockout', 'before')
    expect((await storedRows()).length).toBeGreaterThan(0)
    // Long enough for several tries to connect.
    await sleep(1_500)
    // Each connection of this file warns once; none of them twice.
    const warnings = lines.filter(({ level }) => level === 40)
    expect(warnings).toHaveLength(connections.length)
    expect(warnings[0]?.msg).toContain('Redis is away')

    await redis.start()
    if (connection) await untilUp(connection)
    const before = (await storedRows()).length
    expect(await passedOf(20, () => limits.take('signup', 'after the outage'))).toBe(10)
    expect(await storedRows()).toHaveLength(before)
  })

  it('away from the start is no reason not to start', async () => {
    const connection = openRedis('redis://127.0.0.1:9', createLogger({ level: 'silent' }))
    connections.push(connection)
    const limits = createLimits({
      pool: current().database.pool,
      redis: connection,
      rates: readRates('signup=2/m'),
      secret: 'a secret for tests only, long enough',
    })
    expect(await passedOf(5, () => limits.take('signup', 'without'))).toBe(2)
  })
})
