import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableModuleSteps } from '#src/provisioning/run.ts'
import { askForModule, getModule, switchModule } from './testing/module-switch.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { startTestServer, useTestServer, type TestServer } from './testing/test-server.ts'

const current = useTestServer()
const property = {
  name: 'Quay House',
  address: '1 Quay',
  type: 'house',
  nightlyRateCents: 9_000,
  currency: 'GBP',
}

const openFree = () => current().client.createWorkspace({ plan: 'free' })

function codeOf({ status, body }: Answer): string {
  return String(body.error?.code ?? status)
}

function get({ token }: Pick<Workspace, 'token'>, path: string): Promise<Answer> {
  return current().client.call('GET', `/api/v1${path}`, { token })
}

function addProperty({ token }: Pick<Workspace, 'token'>): Promise<Answer> {
  return current().client.call('POST', '/api/v1/properties', { token, body: property })
}

async function runsOf({ tenantId }: Workspace): Promise<unknown[]> {
  return current().inspect(
    `select kind from platform.provisioning_runs where tenant_id = $1 and kind like '%module'`,
    [tenantId],
  )
}

describe('a module of a running workspace', () => {
  it('is there once its run has succeeded, gone at once when it is off, and keeps its records', async () => {
    const mine = await openFree()
    expect(codeOf(await get(mine, '/properties'))).toBe('MODULE_NOT_ENABLED')
    const asked = await switchModule(current(), { ...mine, name: 'lettings', enabled: true })
    expect(asked.body).toEqual({ name: 'lettings', enabled: false, runId: expect.any(String) })
    const { id } = (await addProperty(mine)).body
    await switchModule(current(), { ...mine, name: 'lettings', enabled: false })
    expect(codeOf(await get(mine, `/properties/${id}`))).toBe('MODULE_NOT_ENABLED')
    expect(codeOf(await get(mine, '/pets'))).toBe('200')
    await switchModule(current(), { ...mine, name: 'lettings', enabled: true })
    expect((await get(mine, `/properties/${id}`)).body).toMatchObject({ id, name: 'Quay House' })
  })

  it('is followed by its people as the newest run, and by nobody with the token of the sign-up', async () => {
    const mine = await openFree()
    const { runId } = (await switchModule(current(), { ...mine, name: 'lettings', enabled: true })).body
    const status = `/tenants/${mine.tenantId}/status`
    const run = (await get(mine, status)).body.run
    expect(run).toMatchObject({ id: runId, kind: 'enable-module', state: 'succeeded', percent: 100 })
    expect(run).toMatchObject({ steps: enableModuleSteps.map((name) => ({ name })) })
    const visitor = await current().client.call('GET', `/api/v1${status}`, {
      headers: { 'x-watch-token': mine.watchToken },
    })
    expect(visitor.body.run).toMatchObject({ id: mine.runId, kind: 'create-tenant' })
    const stranger = await current().client.createWorkspace()
    expect(codeOf(await get(stranger, status))).toBe('NOT_FOUND')
  })

  it('starts one run, however often it is asked for, and none when there is nothing to do', async () => {
    const mine = await openFree()
    const wish = { ...mine, name: 'lettings', enabled: true }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => askForModule(current(), wish)))
    const ids = new Set(answers.map(({ body }) => String(body.runId)))
    ids.delete('null')
    expect(ids.size).toBe(1)
    await expect.poll(async () => Boolean((await getModule(current(), wish)).body.enabled)).toBe(true)
    const again = await askForModule(current(), wish)
    expect([again.status, again.body]).toEqual([200, { name: 'lettings', enabled: true, runId: null }])
    expect(await runsOf(mine)).toEqual([{ kind: 'enable-module' }])
  })

  it('is switched by owners and admins alone, in their own workspace, and audited', async () => {
    const mine = await openFree()
    for (const role of ['manager', 'staff', 'viewer', 'client'] as const) {
      const { token } = await addTeamMate(current(), mine, role)
      const answer = await askForModule(current(), { token, name: 'lettings', enabled: true })
      expect(codeOf(answer), role).toBe('FORBIDDEN')
    }
    expect(await runsOf(mine)).toEqual([])
    const { token, id } = await addTeamMate(current(), mine, 'admin')
    await switchModule(current(), { token, name: 'lettings', enabled: true })
    const [row] = await current().inspect(
      `select actor_id, resource_id from platform.audit_log where tenant_id = $1 and action = 'features.enable'`,
      [mine.tenantId],
    )
    expect(row).toEqual({ actor_id: id, resource_id: 'lettings' })
  })

  it('must exist', async () => {
    const mine = await openFree()
    for (const name of ['nope', 'PET-CARE', 'constructor', "'; --"]) {
      const wish = { ...mine, name: encodeURIComponent(name), enabled: true }
      expect(codeOf(await askForModule(current(), wish)), name).toBe('NOT_FOUND')
    }
  })

  it('is not the last one, even when two go at once', async () => {
    const mine = await openFree()
    const off = (name: string) => askForModule(current(), { ...mine, name, enabled: false })
    expect(codeOf(await off('pet-care'))).toBe('LAST_MODULE')
    await switchModule(current(), { ...mine, name: 'lettings', enabled: true })
    const codes = await Promise.all([off('pet-care'), off('lettings')])
    expect(codes.map(codeOf).toSorted()).toEqual(['202', 'LAST_MODULE'])
  })
})

describe('a run of a module that failed', () => {
  let faulty: TestServer
  beforeAll(async () => {
    faulty = await startTestServer({ environment: { BERTH_FAULT: 'switch-on:after:2' } })
  })
  afterAll(() => faulty.dispose())

  it('leaves the workspace working, and is started again by asking again or by retry', async () => {
    const mine = await faulty.client.createWorkspace()
    const wish = { ...mine, name: 'lettings', enabled: true }
    const untilFailed = () =>
      expect
        .poll(async () => String((await getModule(faulty, wish)).body.run?.state), { timeout: 15_000 })
        .toBe('failed')
    const { runId } = (await askForModule(faulty, wish)).body
    await untilFailed()
    const pets = await faulty.client.call('GET', '/api/v1/pets', { token: mine.token })
    expect(pets.status).toBe(200)
    expect((await askForModule(faulty, wish)).body).toMatchObject({ runId })
    await untilFailed()
    const retried = await faulty.client.call('POST', `/api/v1/tenants/${mine.tenantId}/retry`, {
      token: mine.token,
      body: {},
    })
    expect([retried.status, retried.body]).toEqual([202, { runId }])
    await expect
      .poll(async () => Boolean((await getModule(faulty, wish)).body.enabled), { timeout: 15_000 })
      .toBe(true)
  })
})
