import { afterEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { startHeartbeat, type Heartbeat } from './heartbeat.ts'
import { listNodes } from './node.repository.ts'

const current = useTestDatabase()
const started: Heartbeat[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map((heartbeat) => heartbeat.stop()))
})

async function start(options: Partial<Parameters<typeof startHeartbeat>[1]> = {}): Promise<Heartbeat> {
  const heartbeat = await startHeartbeat(current().database, {
    kind: 'web',
    version: '1.2.3',
    commit: 'abc1234',
    migrations: ['pet-care/0001_people_and_pets'],
    takesJobs: () => true,
    locks: () => [],
    marks: [],
    logger: createLogger({ level: 'silent' }),
    everyMs: 20,
    ...options,
  })
  started.push(heartbeat)
  return heartbeat
}

const list = () => listNodes(current().database.platformQuery)
const forget = (seconds: number) =>
  current().inspect('update platform.nodes set seen_at = now() - make_interval(secs => $1)', [seconds])

describe('the heartbeat of a process', () => {
  it('puts it into the list at once, with what it runs', async () => {
    await start()
    const [node, ...others] = await list()
    expect(others).toEqual([])
    expect(node).toMatchObject({ kind: 'web', version: '1.2.3', commit: 'abc1234', isLost: false })
    expect(node).toMatchObject({ pid: process.pid, runtime: process.version, takesJobs: true })
  })

  it('goes on, and tells when it takes no more jobs', async () => {
    let takesJobs = true
    await start({ takesJobs: () => takesJobs })
    const [first] = await list()
    takesJobs = false
    await expect.poll(async () => (await list())[0]?.takesJobs).toBe(false)
    const [last] = await list()
    expect(Date.parse(last?.seenAt ?? '')).toBeGreaterThan(Date.parse(first?.seenAt ?? ''))
    expect(last?.id).toBe(first?.id)
  })

  it('ends with the process, which then is not lost but gone', async () => {
    const heartbeat = await start()
    await heartbeat.stop()
    expect(await list()).toEqual([])
  })

  it('is missed after half a minute', async () => {
    await start({ everyMs: 60_000 })
    await forget(29)
    expect((await list())[0]?.isLost).toBe(false)
    await forget(31)
    expect((await list())[0]?.isLost).toBe(true)
  })
})
