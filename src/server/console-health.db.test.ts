import { beforeAll, describe, expect, it } from 'vitest'
import type { Health } from '#src/admin/health.ts'
import { getHealth } from '#src/admin/server/health/health.service.ts'
import { startHeartbeat } from '#src/admin/server/nodes/heartbeat.ts'
import { readEnv } from '#src/env.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { describeInstallation, noProcess } from './ops/installation.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let token: string
beforeAll(async () => {
  token = (await addPlatformPerson(current(), 'platform_viewer')).token
})

async function read(): Promise<Health> {
  const { status, body } = await current().client.call('GET', '/api/v1/admin/health', { token })
  expect(status).toBe(200)
  return body as Health
}

describe('the health of the installation', () => {
  it('tells of every part how it stands', async () => {
    const { parts } = await read()
    expect(parts.database).toMatchObject({ state: 'ok', advice: null })
    const { database, disk, versions, redis, mail, queue } = parts
    expect(database.details?.version).toMatch(/^\d+/)
    expect(database.details?.sizeBytes).toBeGreaterThan(1_000_000)
    const { used = 0, groups = [] } = database.details?.connections ?? {}
    expect(used).toBeGreaterThan(0)
    expect(groups.map(({ application }) => application)).toContain('berth')
    expect(groups.map(({ state }) => state)).not.toContain('unknown')
    expect(disk.details?.places.map(({ purpose }) => purpose)).toEqual(['data', 'files'])
    expect(versions.details?.migrations).toBeGreaterThan(10)
    expect(versions.details?.newestMigration).toMatch(/^\d{4}_/)
    expect(redis.details).toEqual({ use: 'off' })
    expect(mail.details).toMatchObject({ transport: 'none' })
    expect(queue.details).toMatchObject({ lost: 0 })
  })

  it('never tells the value of a variable', async () => {
    const { parts } = await read()
    expect(parts.configuration.details?.findings.map(({ name }) => name)).toContain('SMTP_URL')
    const secrets = {
      AUTH_SECRET: 'secret-word-'.repeat(4),
      REDIS_URL: 'redis://user:secret-word@redis.test',
      SMTP_URL: 'smtp://user:secret-word@mail.test',
      DATABASE_URL: 'postgres://user:secret-word@db.test/berth',
      BERTH_METRICS_TOKEN: 'secret-word',
    }
    const { database } = current()
    const installation = describeInstallation(noProcess)
    const told = JSON.stringify(await getHealth({ database, env: readEnv(secrets), installation }))
    expect(told).toContain('BERTH_METRICS_TOKEN')
    expect(told).not.toContain('secret-word')
  })

  it('lists processes, and says which one was lost', async () => {
    const heartbeat = await startHeartbeat(current().database, {
      ...{
        kind: 'worker',
        version: '0.1.0',
        commit: null,
        migrations: [],
        takesJobs: () => true,
        locks: () => [],
        marks: [],
        everyMs: 60_000,
      },
      logger: createLogger({ level: 'silent' }),
    })
    expect((await read()).parts.processes).toMatchObject({
      state: 'ok',
      details: { nodes: [{ isLost: false }] },
    })
    await current().inspect(`update platform.nodes set seen_at = now() - interval '31 seconds'`)
    const { processes } = (await read()).parts
    expect(processes.state).toBe('attention')
    expect(processes.summary).toContain(`worker ${process.pid}`)
    await heartbeat.stop()
    expect((await read()).parts.processes.state).toBe('ok')
  })

  it('shows why a job fails, without what a link in the reason could open', async () => {
    await current().inspect(
      `select graphile_worker.add_job('nobody-does-this', '{}', run_at => now() + interval '1 hour')`,
    )
    await current().inspect(
      `update graphile_worker._private_jobs set attempts = 2,
         last_error = 'no answer from https://a.test/b?token=very-secret' || chr(10) || '  at file.ts:1'
       where task_id = (select id from graphile_worker._private_tasks where identifier = 'nobody-does-this')`,
    )
    const { queue } = (await read()).parts
    expect(queue).toMatchObject({ state: 'attention', details: { failing: 1 } })
    expect(queue.details?.failures[0]).toMatchObject({
      ...{ task: 'nobody-does-this', attempts: 2, error: 'no answer from https://a.test/b?…' },
    })
  })
})

it('a part that hangs is named, and the others are told of all the same', async () => {
  const { database } = current()
  const never = new Promise<never>(() => undefined)
  const env = readEnv({ NODE_ENV: 'test' })
  const installation = { ...describeInstallation(noProcess), readCommit: () => never }
  const hung = await getHealth({ database, env, installation }, 300)
  expect(hung.parts.versions).toMatchObject({ state: 'failing', details: null })
  expect(hung.parts.versions.summary).toContain('did not answer')
  expect(hung.parts.database.state).toBe('ok')
  expect(hung.state).toBe('failing')
})

it('a part that fails does not say with which words', async () => {
  const { database } = current()
  const platformQuery = () => Promise.reject(new Error('password of secret-word was refused'))
  const installation = describeInstallation(noProcess)
  const env = readEnv({ NODE_ENV: 'test' })
  const found = await getHealth({ database: { ...database, platformQuery }, env, installation })
  expect(found.parts.processes).toMatchObject({ state: 'failing', summary: 'It could not be asked.' })
  expect(found.parts.queue.state).not.toBe('failing')
  expect(JSON.stringify(found)).not.toContain('secret-word')
})
