import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DriftState } from '#src/admin/drift.ts'
import { modules } from '#src/modules/registry.ts'
import type { DriftPlan, DriftRepairResult } from '#src/provisioning/drift.ts'
import { FLEET_CHANGES } from '#src/realtime/topic.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { openSocket } from './testing/open-socket.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Answer } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

/** Long enough for a worker that shares the machine with other tests, in milliseconds. */
const PATIENCE = { timeout: 30_000 }

let server: TestServer
let admin: { token: string }
let viewer: { token: string }
let tenant: CallTenant

beforeAll(async () => {
  server = await startTestServer({ worker: false })
  admin = await addPlatformPerson(server)
  viewer = await addPlatformPerson(server, 'platform_viewer')
  tenant = await createWorkspace(server, { subdomain: 'drifting', modules })
  await server.startWorker()
})

afterAll(() => server.dispose())

async function state(query = ''): Promise<DriftState> {
  const { status, body } = await server.client.call('GET', `/api/v1/admin/drift${query}`, {
    token: viewer.token,
  })
  expect(status).toBe(200)
  return body as DriftState
}

function post(path: string, body: object = {}, token = admin.token): Promise<Answer> {
  return server.client.call('POST', `/api/v1/admin/drift/${path}`, { token, body })
}

/** Has the worker check, and waits for what it found at tenants. */
async function check(): Promise<DriftState> {
  const { status, body } = await post('check')
  expect(status).toBe(202)
  await expect.poll(async () => (await state()).last?.checkId, PATIENCE).toBe(body.checkId)
  return state(`?tenantId=${tenant.tenantId}`)
}

async function repair(body: object): Promise<{ plan: DriftPlan; result: DriftRepairResult | null }> {
  const answer = await post('repair', { tenantId: tenant.tenantId, ...body })
  expect(answer.status).toBe(200)
  return answer.body as { plan: DriftPlan; result: DriftRepairResult | null }
}

it('is none for a tenant with all modules, and says what was compared', async () => {
  expect(await state()).toMatchObject({ last: null, running: null, reports: { items: [], total: 0 } })
  const heard: unknown[] = []
  const socket = await openSocket({ port: server.port, subdomain: null }, { bearer: viewer.token })
  socket.on('changed', ({ changes }: { changes: { resource: string }[] }) => {
    heard.push(...changes.map(({ resource }) => resource))
  })
  await socket.emitWithAck('watch', { topic: FLEET_CHANGES })
  const { last, reports } = await check()
  expect(reports).toMatchObject({ items: [], total: 0 })
  expect(last?.summary.tenants).toBe(1)
  expect(last?.summary.objects).toBeGreaterThan(500)
  await expect.poll(() => heard, PATIENCE).toContain('drift')
  socket.disconnect()
})

it('is shown with both sides, and put right by a plan that was read and confirmed', async () => {
  const { schemaName, subdomain, tenantId } = tenant
  await server.inspect(`alter function ${schemaName}.find_knowledge(text, text[]) security invoker`)
  await server.inspect(`alter table ${schemaName}.pets disable row level security`)
  const { reports } = await check()
  expect(reports.items).toMatchObject([
    {
      subdomain,
      findings: [
        { kind: 'function', aspect: 'security', expected: 'definer', found: 'invoker', repair: 'automatic' },
        { kind: 'table', object: 'pets', aspect: 'row security', expected: 'forced', found: 'off' },
      ],
    },
  ])

  const { plan, result } = await repair({})
  expect([result, plan.findings]).toEqual([null, reports.items[0]?.findings])
  expect((await post('repair', { tenantId, plan: plan.hash })).body.error).toMatchObject({
    code: 'CONFIRMATION_MISMATCH',
  })
  expect((await post('repair', { tenantId, plan: 'another', confirm: subdomain })).body.error).toMatchObject({
    code: 'DRIFT_CHANGED',
  })
  const done = await repair({ plan: plan.hash, confirm: subdomain })
  expect(done.result).toEqual({ failed: [], remaining: [] })
  expect((await state(`?tenantId=${tenantId}`)).reports.items).toEqual([])
  expect((await check()).reports.items).toEqual([])
})

it('is read by viewers, and neither checked nor repaired', async () => {
  const { tenantId } = tenant
  expect((await post('check', {}, viewer.token)).body.error).toMatchObject({ code: 'FORBIDDEN' })
  expect((await post('repair', { tenantId }, viewer.token)).body.error).toMatchObject({ code: 'FORBIDDEN' })
})
