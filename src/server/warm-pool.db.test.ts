import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { modules } from '#src/modules/registry.ts'
import { listGaps } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import { rollBackRun } from '#src/provisioning/server/run.service.ts'
import { listStrays } from '#src/provisioning/server/pool/testing/pool-lab.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { readPlaneStructure } from '#src/resources/server/testing/plane-structure.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { startDueDeletions } from '#src/tenancy/server/due-deletions.service.ts'
import { deleteTenant } from '#src/tenancy/server/tenant-life.service.ts'
import type { SignUpResult } from '#src/tenancy/sign-up.ts'
import type { Workspace } from './testing/test-client.ts'
import { switchModule } from './testing/module-switch.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

type Born = Workspace & { schemaName: string; roleName: string; isPrepared: boolean }

/** What a sign-up chooses beside its own trade: nothing, one more, all. */
const CHOICES = [[], ['concierge'], modules.map(({ id }) => id)]

let server: TestServer
const cold: { schemaName: string; roleName: string }[] = []
const warm: Born[] = []

beforeAll(async () => {
  server = await startTestServer({ worker: false, environment: { BERTH_POOL_SIZE: '1' } })
  for (const [index, chosen] of CHOICES.entries()) {
    const built = modules.filter(({ id }) => id === 'pet-care' || chosen.includes(id))
    cold.push(await createWorkspace(server, { subdomain: `cold-${index}`, modules: built }))
  }
  await server.startWorker()
  for (const chosen of CHOICES) {
    await waitForPool()
    warm.push(await signUp(chosen))
  }
}, 120_000)
afterAll(() => server.dispose())

async function signUp(chosen: string[]): Promise<Born> {
  const workspace = await server.client.createWorkspace({ modules: chosen })
  const [born] = await server.inspect<Omit<Born, keyof Workspace>>(
    `select t.schema_name as "schemaName", t.role_name as "roleName", r.is_prepared as "isPrepared"
     from platform.tenants t join platform.provisioning_runs r on r.tenant_id = t.id where t.id = $1`,
    [workspace.tenantId],
  )
  return { ...workspace, ...(born ?? expect.fail('the tenant is gone')) }
}

/** Every industry has a schema that waits. */
async function waitForPool(): Promise<void> {
  const isFull = async () => {
    const rows = await server.inspect('select from platform.warm_schemas where not is_draining')
    return rows.length === modules.length
  }
  await vi.waitUntil(isFull, { timeout: 30_000 })
}

describe('a workspace whose schema was prepared', () => {
  it('is told from one that was not', () => {
    expect(warm.map(({ isPrepared }) => isPrepared)).toEqual(CHOICES.map(() => true))
  })

  it.each(CHOICES.map((chosen, index) => [chosen.length, index]))(
    'is made like any other, with %d modules chosen',
    async (_, index) => {
      const [first, second] = [cold[index], warm[index]]
      if (!first || !second) return expect.fail('was not signed up')
      const structure = await readPlaneStructure(server, first)
      expect(structure.length).toBeGreaterThan(50)
      expect(await readPlaneStructure(server, second)).toEqual(structure)
    },
  )

  it('bears its own names, and its role may do what it did before', async () => {
    for (const { tenantId, schemaName, roleName } of warm) {
      const short = tenantId.replaceAll('-', '')
      expect([schemaName, roleName]).toEqual([`t_${short}`, `berth_t_${short}`])
    }
    for (const { token } of warm) {
      const made = await server.client.call('POST', '/api/v1/owners', { token, body: { name: 'Rosa' } })
      expect(made.status).toBe(201)
    }
  })

  it('reaches nobody, and is reached by nobody', async () => {
    const [first, second] = warm
    if (!first || !second) return expect.fail('was not signed up')
    const [reach] = await server.inspect<{ reaches: boolean }>(
      `select has_schema_privilege($1, $2, 'usage') as reaches`,
      [first.roleName, second.schemaName],
    )
    expect(reach?.reaches).toBe(false)
    const owners = await server.client.call('GET', '/api/v1/owners', { token: second.token })
    expect(owners.body.total).toBe(1)
  })

  it('gets a module later', async () => {
    const [first] = warm
    if (!first) return expect.fail('was not signed up')
    await switchModule(server, { token: first.token, name: 'lettings', enabled: true })
    expect((await server.client.call('GET', '/api/v1/properties', { token: first.token })).status).toBe(200)
  })

  it('is taken back and built again', async () => {
    const { tenantId, runId, watchToken, schemaName } = await signUp([])
    await rollBackRun(server.database.pool, runId, { actor: systemActor() })
    expect(await server.inspect('select from pg_namespace where nspname = $1', [schemaName])).toEqual([])
    const retried = await server.client.call('POST', `/api/v1/tenants/${tenantId}/retry`, {
      body: {},
      headers: { 'x-watch-token': watchToken },
    })
    expect(retried.status).toBe(202)
    expect(await server.client.waitForRun({ tenantId, watchToken })).toMatchObject({ status: 'trial' })
  })

  it('is removed without remains', async () => {
    await waitForPool()
    const gone = await signUp(['concierge'])
    expect(gone.isPrepared).toBe(true)
    const { platform } = server.database
    const workspaceUrl = (subdomain: string) => `http://${subdomain}.berth.test`
    const { tenantId, subdomain: confirm } = gone
    await deleteTenant(platform, { tenantId, actor: systemActor(), workspaceUrl, reason: 'Closed', confirm })
    await server.inspect('update platform.tenants set deletion_due_at = now() where id = $1', [tenantId])
    await startDueDeletions(platform)
    await expect.poll(async () => (await findTenant(gone)).status, { timeout: 30_000 }).toBe('deleted')
    expect(await server.inspect('select from pg_roles where rolname = $1', [gone.roleName])).toEqual([])
  })
})

describe('schemas that wait', () => {
  it('are nobody to a rollout', async () => {
    await waitForPool()
    const migrations = await loadModuleMigrations(modules)
    const newer = new Map(
      [...migrations].map(([id, all]) => [id, [...all, { ...(all[0] ?? expect.fail()), name: '9999_new' }]]),
    )
    const gaps = await withPlatformTransaction(server.database.pool, (client) => listGaps(client, newer))
    const tenants = await server.inspect<{ id: string }>('select id from platform.tenants')
    expect(gaps.length).toBeGreaterThan(0)
    expect(tenants.map(({ id }) => id)).toEqual(expect.arrayContaining(gaps.map(({ tenantId }) => tenantId)))
  })

  it('all belong to the pool', async () => {
    await waitForPool()
    expect(await listStrays(server)).toEqual([])
  })
})

function findTenant({ tenantId }: Pick<SignUpResult, 'tenantId'>) {
  return server.database.platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
}
