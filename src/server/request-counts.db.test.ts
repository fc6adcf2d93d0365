import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Workspace } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let first: TestServer
let second: TestServer
let workspace: Workspace
let neighbour: Workspace

beforeAll(async () => {
  first = await startTestServer()
  second = await startTestServer({ database: first, worker: false })
  workspace = await first.client.createWorkspace()
  neighbour = await first.client.createWorkspace()
}, 60_000)
afterAll(async () => {
  await second.dispose()
  await first.dispose()
})

type Counts = { requests: number; refusals: number; errors: number }

/** What is stored of a tenant once both servers have told. */
async function readCounts({ tenantId }: Workspace): Promise<Counts> {
  await Promise.all([first.requestCounter.flush(), second.requestCounter.flush()])
  const [row] = await first.inspect<Counts>(
    `select requests::int, refusals::int, errors::int from platform.tenant_usage_days
     where tenant_id = $1 and day = (now() at time zone 'utc')::date`,
    [tenantId],
  )
  return row ?? { requests: 0, refusals: 0, errors: 0 }
}

it('what several servers answer for a tenant adds up, and nobody else’s does', async () => {
  const [before, others] = [await readCounts(workspace), await readCounts(neighbour)]
  const { token, subdomain: host } = workspace
  for (const { client } of [first, second]) {
    await client.call('GET', '/api/v1/pets', { token })
    await client.call('GET', '/api/trpc/auth.me', { token, host })
    // Refused: a path of nobody, and a visitor on the host of the tenant.
    await client.call('GET', '/api/v1/pets/no-id', { token })
    await client.call('GET', '/api/v1/pets', { host })
    // Not the tenant's: pages, probes, sign-in, the apex.
    for (const path of ['/', '/health', '/api/auth/session', '/api/v1/signup/subdomains/some-name'])
      await client.call('GET', path, path === '/api/v1/signup/subdomains/some-name' ? {} : { host })
  }
  await expect
    .poll(() => readCounts(workspace))
    .toEqual({ requests: before.requests + 8, refusals: before.refusals + 4, errors: before.errors })
  expect(await readCounts(neighbour)).toEqual(others)
})

it('is stored when a server ends', async () => {
  const before = await readCounts(neighbour)
  const third = await startTestServer({ database: first, worker: false })
  await third.client.call('GET', '/api/v1/pets', { token: neighbour.token })
  await third.dispose()
  expect((await readCounts(neighbour)).requests).toBe(before.requests + 1)
})

it('a tenant that is there no more does not keep the counts of others from being stored', async () => {
  const before = await readCounts(workspace)
  first.requestCounter.note('019a0000-0000-7000-8000-000000000000', 200)
  first.requestCounter.note(workspace.tenantId, 500)
  expect(await readCounts(workspace)).toEqual({
    ...before,
    requests: before.requests + 1,
    errors: before.errors + 1,
  })
})
