import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import type { RunRow } from '#src/provisioning/run-list.ts'
import { newId } from '#src/shared/ids.ts'
import { mintToken } from './testing/mint-token.ts'
import { askForModule } from './testing/module-switch.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { goodSignUp } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let admin: string
let viewer: string
let open: Workspace
/** a sign-up whose first attempt has failed */
let failed: { tenantId: string; runId: string; subdomain: string }

beforeAll(async () => {
  server = await startTestServer({ environment: { BERTH_FAULT: 'verify:after:1' } })
  const { platform } = server.database
  for (const [email, role] of [
    ['grace@berth.test', 'platform_admin'],
    ['vera@berth.test', 'platform_viewer'],
  ] as const) {
    await createTestUser(platform, { tenantId: null, email, role })
  }
  admin = await mintToken(server, { tenantId: null, email: 'grace@berth.test' })
  viewer = await mintToken(server, { tenantId: null, email: 'vera@berth.test' })
  const { body } = await server.client.call('POST', '/api/v1/signup', { body: goodSignUp() })
  await server.client.waitForRun(body)
  const { subdomain } = await platform.tenant.findUniqueOrThrow({ where: { id: body.tenantId } })
  failed = { ...body, subdomain }
  open = await server.client.createWorkspace()
  await askForModule(server, { ...open, name: 'lettings', enabled: true })
})

afterAll(() => server.dispose())

function get(path: string, token = viewer): Promise<Answer> {
  return server.client.call('GET', `/api/v1${path}`, { token })
}

function move(
  name: string,
  body: object = {},
  from: { token?: string; host?: string } = {},
): Promise<Answer> {
  return server.client.call('POST', `/api/v1/admin/runs/${failed.runId}/${name}`, {
    token: admin,
    body,
    ...from,
  })
}

async function listed(query: string): Promise<string[]> {
  const { status, body } = await get(`/admin/runs?${query}`)
  expect(status).toBe(200)
  const runs: RunRow[] = body.items
  expect(body.total).toBe(runs.length)
  return runs.map(({ kind, state, subdomain }) => {
    return `${kind} ${state} ${subdomain === failed.subdomain ? 'failed' : 'open'}`
  })
}

describe('the runs of the fleet', () => {
  it('are listed, the newest first, and narrowed by everything the console offers', async () => {
    const all = [
      'enable-module succeeded open',
      'create-tenant succeeded open',
      'create-tenant failed failed',
    ]
    await expect.poll(() => listed(''), { timeout: 15_000 }).toEqual(all)
    expect(await listed('state=failed,running')).toEqual([all[2]])
    expect(await listed('kind=enable-module')).toEqual([all[0]])
    expect(await listed(`tenantId=${open.tenantId}`)).toEqual(all.slice(0, 2))
    expect(await listed(`q=${failed.subdomain.slice(1).toUpperCase()}`)).toEqual([all[2]])
    expect(await listed('q=happy%20PAWS')).toEqual(all)
    expect(await listed('q=%25')).toEqual([])
    expect(await listed(`q=${failed.runId}`)).toEqual([all[2]])
    expect(await listed(`runIds=${failed.runId},${open.runId}`)).toEqual(all.slice(1))
    const { createdAt } = (await get(`/admin/runs/${open.runId}`)).body
    expect(await listed(`from=${createdAt}`)).toEqual(all.slice(0, 2))
    expect(await listed(`to=${createdAt}`)).toEqual([all[2]])
    expect((await get('/admin/runs?state=broken')).body.error.code).toBe('VALIDATION_FAILED')
  })

  it('tell all their events in order, by parts', async () => {
    const path = `/admin/runs/${failed.runId}/events`
    const all = (await get(path)).body.items as { seq: number }[]
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
    expect((await get(`${path}?after=3`)).body.items).toEqual(all.slice(3))
    expect((await get(`/admin/runs/${failed.tenantId}/events`)).body.error.code).toBe('NOT_FOUND')
  })

  it('tell the queue and the processes that take from it', async () => {
    // A task that no worker knows waits for ever; one of the two has been tried before.
    await server.inspect(`
      select graphile_worker.add_job('test.waits', '{}'), graphile_worker.add_job('test.waits', '{"a":1}');
      update graphile_worker._private_jobs set attempts = 1 where payload::text like '%"a"%'`)
    await server.inspect(
      `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at)
       values ($1, 'worker', true, 'quay-1', 7, '1.0.0', 'v24', now()), ($2, 'web', false, 'quay-2', 8, '1.0.0', 'v24', now())`,
      [newId(), newId()],
    )
    const { body } = await get('/admin/queue')
    const waiting = { task: 'test.waits', waiting: 2, running: 0, failing: 1, lost: 0 }
    expect(body.tasks).toContainEqual({ ...waiting, oldestMs: expect.any(Number) as number })
    expect(body.workers).toMatchObject([{ host: 'quay-1', takesJobs: true, isLost: false }])
  })

  it('are moved by administrators alone, and from the platform’s own host', async () => {
    for (const name of ['retry', 'cancel', 'rollback']) {
      const body = { confirm: failed.subdomain }
      for (const token of [viewer, open.token]) {
        expect((await move(name, body, { token })).body.error.code).toBe('FORBIDDEN')
      }
      expect((await move(name, body, { host: open.subdomain })).body.error.code).toBe('TENANT_MISMATCH')
    }
  })

  it('are started again, and taken back by the typed name only', async () => {
    const path = `/admin/runs/${failed.runId}`
    const before = (await get(path)).body
    expect(before).toMatchObject({
      tenantStatus: 'failed',
      moves: ['retry', 'cancel', 'rollback'],
      attempt: 1,
      error: { code: 'FAULT_REHEARSED', step: 'verify' },
    })
    expect((await move('retry')).status).toBe(202)
    await expect
      .poll(async () => (await get(path)).body.state as string, { timeout: 15_000 })
      .toBe('succeeded')
    expect((await get(path)).body).toMatchObject({ tenantStatus: 'trial', moves: ['rollback'], attempt: 2 })
    expect((await move('retry')).body.error.code).toBe('RUN_NOT_RETRYABLE')
    expect((await move('cancel')).body.error.code).toBe('RUN_NOT_CANCELLABLE')
    expect((await move('rollback', { confirm: 'another' })).body.error.code).toBe('CONFIRMATION_MISMATCH')
    expect((await move('rollback', { confirm: failed.subdomain })).status).toBe(200)
    expect((await get(path)).body).toMatchObject({ state: 'compensated', moves: ['retry', 'cancel'] })
    const log = await server.inspect(
      `select actor_kind, action from platform.audit_log
       where tenant_id = $1 and action in ('runs.retry', 'runs.rollback') order by created_at`,
      [failed.tenantId],
    )
    expect(log).toEqual([
      { actor_kind: 'platform', action: 'runs.retry' },
      { actor_kind: 'platform', action: 'runs.rollback' },
    ])
  })
})

describe('the runs of a workspace', () => {
  it('are read by its team, and no others’ are', async () => {
    const { items } = (await get('/tenants/me/runs', open.token)).body as { items: RunRow[] }
    expect(items.map(({ kind }) => kind)).toEqual(['enable-module', 'create-tenant'])
    expect(items[0]?.steps.every(({ state }) => state === 'succeeded')).toBe(true)
    const own = await get(`/tenants/me/runs/${open.runId}/events`, open.token)
    expect(own.body.items.length).toBe(items[1]?.lastSeq)
    const theirs = await get(`/tenants/me/runs/${failed.runId}/events`, open.token)
    expect(theirs.body.error.code).toBe('NOT_FOUND')
    expect((await get(`/tenants/me/runs?runIds=${failed.runId}`, open.token)).body.items).toEqual([])
  })

  it('are read by viewers and not by clients', async () => {
    for (const [role, status] of [
      ['viewer', 200],
      ['client', 403],
    ] as const) {
      const mate = await addTeamMate(server, open, role)
      expect((await get('/tenants/me/runs', mate.token)).status).toBe(status)
    }
  })
})
