import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MigrationPlan } from '#src/admin/migration-plan.ts'
import type { RolloutDetails, RolloutTenantRow } from '#src/admin/rollouts.ts'
import { modules } from '#src/modules/registry.ts'
import { rolloutMoves } from '#src/provisioning/rollout-moves.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import {
  createWaitingTenant,
  rehearsalDeps,
  type SignedUpTenant,
} from '#src/provisioning/server/testing/rehearsal.ts'
import { FLEET_CHANGES } from '#src/realtime/topic.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { newId } from '#src/shared/ids.ts'
import { openSocket } from './testing/open-socket.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Answer } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

const OLD = 5
const TO = { module: 'pet-care', to: '0001_people_and_pets' }
const LACKING = [
  'pet-care/0002_appointments_and_vaccinations',
  'pet-care/0003_packages_and_payments',
  'pet-care/0004_vaccination_certificates',
  'pet-care/0005_lists_from_indexes',
]
/** Long enough for a worker that shares the machine with other tests, in milliseconds. */
const PATIENCE = { timeout: 30_000 }

let server: TestServer
let admin: { id: string; token: string }
let viewer: { token: string }
const fleet: SignedUpTenant[] = []

beforeAll(async () => {
  server = await startTestServer({ worker: false })
  admin = await addPlatformPerson(server)
  viewer = await addPlatformPerson(server, 'platform_viewer')
  // They signed up when there was only the first migration of their module.
  const [first] = (await loadModuleMigrations(modules)).get('pet-care') ?? []
  const deps = rehearsalDeps(server, {
    blueprintOf: () => ({ modules: ['pet-care'], migrations: first ? [first] : [], seed: [], ownRows: [] }),
  })
  for (let index = 0; index < OLD; index += 1) {
    const tenant = await createWaitingTenant(server, `old-${index}`)
    await executeRun(deps, { runId: tenant.runId, attempt: 1 })
    fleet.push(tenant)
  }
})

afterAll(() => server.dispose())

function get(path: string, token = viewer.token): Promise<Answer> {
  return server.client.call('GET', `/api/v1/admin/migrations/${path}`, { token })
}

function post(path: string, body: object = {}, token = admin.token): Promise<Answer> {
  return server.client.call('POST', `/api/v1/admin/migrations/rollouts${path}`, { token, body })
}

async function order(settings: object = {}): Promise<string> {
  const { status, body } = await post('', { settings })
  expect([status, body]).toEqual([202, { rolloutId: expect.any(String) as string }])
  return String(body.rolloutId)
}

async function details(id: string): Promise<RolloutDetails> {
  const { status, body } = await get(`rollouts/${id}`)
  expect(status).toBe(200)
  return body as RolloutDetails
}

/** Waits until a worker has ended it. */
async function ended(id: string): Promise<RolloutDetails> {
  await expect.poll(async () => (await details(id)).finishedAt, PATIENCE).not.toBeNull()
  return details(id)
}

async function move(id: string, name: string): Promise<[number, string]> {
  const { status, body } = await post(`/${id}/${name}`)
  return [status, String(body.error?.code ?? '')]
}

/** Every move that is not offered is refused; those that are offered are tried elsewhere. */
async function requireRefusals(id: string, offered: readonly string[]): Promise<void> {
  expect((await details(id)).moves).toEqual(offered)
  for (const name of rolloutMoves.filter((one) => one !== 'takeBack' && !offered.includes(one))) {
    expect([name, ...(await move(id, name))]).toEqual([name, 409, 'INVALID_TRANSITION'])
  }
}

async function countApplied(): Promise<number[]> {
  const rows = await server.inspect<{ count: number }>(
    `select count(*)::int as count from platform.applied_migrations where tenant_id = any ($1)
     group by tenant_id order by tenant_id`,
    [fleet.map(({ tenantId }) => tenantId)],
  )
  return rows.map(({ count }) => count)
}

async function readPlan(query = ''): Promise<MigrationPlan> {
  const { status, body } = await get(`plan?${query}`)
  expect(status).toBe(200)
  return body as MigrationPlan
}

describe('migrations over the API', () => {
  it('are planned by numbers of tenants, and name those page by page', async () => {
    const plan = await readPlan('limit=2&page=3')
    expect(plan.checked).toMatchObject({ tenants: OLD, modules: modules.length })
    expect(plan.behind).toBe(OLD)
    expect(plan.migrations).toEqual(
      LACKING.map((id) => ({
        ...{ id, isBreaking: false, isOnline: false },
        ...{ missing: OLD, changed: 0, unknown: 0 },
      })),
    )
    expect(plan.tenants).toMatchObject({ total: OLD, page: 3, limit: 2 })
    expect(plan.tenants.items).toMatchObject([{ subdomain: 'old-4', missing: LACKING }])
    expect((await readPlan(`migration=${LACKING[2]}`)).tenants.total).toBe(OLD)
    expect((await readPlan('migration=pet-care/0001_people_and_pets')).tenants.total).toBe(0)
  })

  it('say what was changed, what newer code left, and which processes are behind', async () => {
    const [one] = fleet
    const { tenantId } = one ?? expect.fail()
    const checksum = (value: string) =>
      server.inspect(
        `update platform.applied_migrations set checksum = ${value} where tenant_id = $1 and name = $2`,
        [tenantId, TO.to],
      )
    await server.inspect(
      `insert into platform.applied_migrations (tenant_id, migration_set, name, checksum)
       values ($1, 'pet-care', '0099_from_newer_code', 'x')`,
      [tenantId],
    )
    await checksum(`'!' || checksum`)
    const plan = await readPlan()
    expect(plan.migrations.find(({ id }) => id === 'pet-care/0001_people_and_pets')).toMatchObject({
      ...{ missing: 0, changed: 1, unknown: 0 },
    })
    expect(plan.migrations.at(-1)).toMatchObject({ id: 'pet-care/0099_from_newer_code', unknown: 1 })
    expect(plan).toMatchObject({ behind: OLD, nodesBehind: [] })
    expect((await post('')).body.error).toMatchObject({ code: 'MIGRATIONS_CHANGED' })
    await checksum('substr(checksum, 2)')
    await server.inspect(`delete from platform.applied_migrations where name = '0099_from_newer_code'`)
  })

  it('are read by viewers, and ordered, moved and taken back by administrators alone', async () => {
    expect((await get('rollouts')).body).toEqual({ items: [], total: 0, page: 1, limit: 20 })
    const confirm = `${TO.module}/${TO.to}`
    const calls: [string, object][] = [
      ['', {}],
      ['/down', { target: TO, confirm }],
      ...['pause', 'resume', 'retry', 'cancel'].map((name): [string, object] => [`/${newId()}/${name}`, {}]),
    ]
    for (const [path, body] of calls) {
      expect([path, (await post(path, body, viewer.token)).body.error?.code]).toEqual([path, 'FORBIDDEN'])
    }
    expect((await get('rollouts')).body.total).toBe(0)
    expect((await get(`rollouts/${newId()}`)).status).toBe(404)
    expect((await get(`rollouts/${newId()}/tenants`)).status).toBe(404)
    expect(await move(newId(), 'pause')).toEqual([404, 'NOT_FOUND'])
  })

  it('refuse a canary that has nothing to do: nobody would go first', async () => {
    const { status, body } = await post('', { settings: { canary: { tenantIds: [newId()] } } })
    expect([status, body.error.details.fields]).toEqual([
      400,
      { 'settings.canary': [expect.any(String) as string] },
    ])
  })

  it('wait for a worker, and are paused, resumed and cancelled meanwhile', async () => {
    const id = await order({ canary: { share: 0.2 }, waveSize: 2 })
    expect((await post('')).body.error).toMatchObject({ code: 'ROLLOUT_OPEN' })
    const waiting = await details(id)
    expect(waiting).toMatchObject({ state: 'pending', requestedBy: { id: admin.id }, pace: null, wave: 0 })
    expect(waiting.waves.map(({ from, to, total, pending }) => [from, to, total, pending])).toEqual([
      [0, 0, 1, 1],
      [1, 1, 2, 2],
      [2, 2, 2, 2],
    ])
    await requireRefusals(id, ['pause', 'cancel'])
    expect(await move(id, 'pause')).toEqual([200, ''])
    await requireRefusals(id, ['resume', 'cancel'])
    expect(await move(id, 'resume')).toEqual([200, ''])
    expect((await details(id)).isLost).toBe(false)
    await server.inspect(
      `update platform.rollouts set seen_at = seen_at - interval '1 minute' where id = $1`,
      [id],
    )
    expect((await details(id)).isLost).toBe(true)
    expect(await move(id, 'cancel')).toEqual([200, ''])
    await requireRefusals(id, [])
    expect(await details(id)).toMatchObject({ state: 'stopped', stopReason: 'cancelled' })
    expect(await countApplied()).toEqual(fleet.map(() => 1))
  })
})

describe('a rollout that a worker does', () => {
  let failed: string
  let spoiled: SignedUpTenant

  beforeAll(async () => {
    await server.startWorker()
    spoiled = fleet[3] ?? expect.fail()
    await server.inspect(`create table ${spoiled.schemaName}.appointments ()`)
  })

  it('stops at a canary that fails, with all others as they were', async () => {
    const id = await order({ canary: { tenantIds: [spoiled.tenantId] } })
    const stopped = await ended(id)
    failed = id
    expect(stopped).toMatchObject({ state: 'stopped', stopReason: 'canary', moves: ['retry'], reversible: 0 })
    expect(stopped.counts).toMatchObject({ total: OLD, failed: 1, pending: OLD - 1, succeeded: 0 })
    expect(await countApplied()).toEqual(fleet.map(() => 1))
    const { body } = await get(`rollouts/${id}/tenants?state=failed,skipped`)
    const [tenant] = body.items as RolloutTenantRow[]
    expect([body.total, tenant]).toMatchObject([1, { subdomain: 'old-3', wave: 0, done: [], attempts: 1 }])
    expect(tenant?.error).toEqual({ code: '42P07', message: 'relation "appointments" already exists' })
  })

  it('goes through its tenants after a retry, and tells of it as it goes', async () => {
    const socket = await openSocket({ port: server.port, subdomain: null }, { bearer: viewer.token })
    const heard: unknown[] = []
    socket.on('changed', ({ changes }: { changes: unknown[] }) => heard.push(...changes))
    expect(await socket.emitWithAck('watch', { topic: FLEET_CHANGES })).toMatchObject({ ok: true })
    await server.inspect(`drop table ${spoiled.schemaName}.appointments`)
    expect(await move(failed, 'retry')).toEqual([200, ''])
    const done = await ended(failed)
    expect(done).toMatchObject({ state: 'succeeded', reversible: OLD, moves: ['takeBack'] })
    expect(
      done.waves.map(({ from, succeeded, finishedAt }) => [from, succeeded, finishedAt !== null]),
    ).toEqual([
      [0, 1, true],
      [1, OLD - 1, true],
    ])
    expect(done.marks.map(({ id }) => id)).toEqual(LACKING)
    await expect.poll(() => heard, PATIENCE).toContainEqual({ resource: 'rollouts', ids: [failed] })
    socket.disconnect()
    expect(await countApplied()).toEqual(fleet.map(() => 1 + LACKING.length))
    expect(await readPlan()).toMatchObject({ behind: 0, migrations: [], tenants: { total: 0 } })
    expect((await post('')).body).toEqual({ rolloutId: null })
    await requireRefusals(failed, ['takeBack'])
  })

  it('lists its tenants by state, wave and name', async () => {
    const named = async (query: string): Promise<string[]> => {
      const { status, body } = await get(`rollouts/${failed}/tenants?${query}`)
      expect(status).toBe(200)
      return (body.items as RolloutTenantRow[]).map(({ subdomain }) => subdomain)
    }
    expect(await named('')).toEqual(['old-3', 'old-0', 'old-1', 'old-2', 'old-4'])
    expect(await named('limit=2&page=2')).toEqual(['old-1', 'old-2'])
    expect(await named('wave=0')).toEqual(['old-3'])
    expect(await named('state=succeeded&q=LD-4')).toEqual(['old-4'])
    expect(await named('q=%25')).toEqual([])
    expect(await named('state=failed')).toEqual([])
  })

  it('is taken back by its typed id, in the tenants it has reached', async () => {
    const target = { rolloutId: failed }
    expect((await post('/down', { target, confirm: 'yes' })).body.error).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
    })
    const none = { rolloutId: newId() }
    expect((await post('/down', { target: none, confirm: none.rolloutId })).body.error).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await countApplied()).toEqual(fleet.map(() => 1 + LACKING.length))
    const { status, body } = await post('/down', { target, confirm: failed })
    expect(status).toBe(202)
    expect(await ended(String(body.rolloutId))).toMatchObject({
      direction: 'down',
      state: 'succeeded',
      target,
    })
    expect(await countApplied()).toEqual(fleet.map(() => 1))
    expect((await details(failed)).moves).toEqual([])
    expect(await readPlan()).toMatchObject({ behind: OLD })
    const listed = (await get('rollouts?limit=2&state=succeeded,stopped')).body as {
      total: number
      items: RolloutDetails[]
    }
    expect([listed.total, ...listed.items.map(({ id }) => id)]).toEqual([3, body.rolloutId, failed])
  })
})
