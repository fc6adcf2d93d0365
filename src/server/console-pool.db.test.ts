import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { poolStatus } from '#src/provisioning/pool.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ worker: false })
})
afterAll(() => server.dispose())

it('tells people of the platform, and nobody else, how the pool stands', async () => {
  const { token } = await addPlatformPerson(server, 'platform_viewer')
  await server.inspect(
    `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at, pool_fingerprint, pool_size)
     values ($1, 'worker', true, 'quay', 1, '1', 'v24', now(), 'new', 3)`,
    [newId()],
  )
  await server.inspect(
    `insert into platform.warm_schemas (id, schema_name, role_name, modules, fingerprint, tables, build_ms)
     select gen_random_uuid(), 't_' || n, 'berth_t_' || n, '{pet-care}', case n when 1 then 'old' else 'new' end, 1, 1
     from generate_series(1, 3) n`,
  )
  await server.inspect(
    `insert into platform.warm_failures (fingerprint, module_set, error_code, error_message, next_try_at)
     values ('new', 'lettings', 'PROVISIONING_FAILED', 'It failed.', now())`,
  )
  expect((await server.client.call('GET', '/api/v1/admin/pool')).status).toBe(401)
  const { status, body } = await server.client.call('GET', '/api/v1/admin/pool', { token })
  expect(status).toBe(200)
  const { size, leaving, sets } = poolStatus.parse(body)
  expect([size, leaving]).toEqual([3, 1])
  expect(sets.find(({ modules }) => modules.includes('pet-care'))).toMatchObject({ ready: 2, failure: null })
  expect(sets.find(({ modules }) => modules.includes('lettings'))?.failure).toMatchObject({
    message: 'It failed.',
  })
})
