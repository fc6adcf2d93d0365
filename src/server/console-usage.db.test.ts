import { beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '#src/admin/server/usage/exact-rows.repository.ts'
import type { ModuleUsage } from '#src/admin/tenant-usage.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { modules } from '#src/modules/registry.ts'
import { newId } from '#src/shared/ids.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let workspace: Workspace
let neighbour: Workspace
let viewer: { token: string }

beforeAll(async () => {
  const { client } = current()
  workspace = await client.createWorkspace({ modules: modules.map(({ id }) => id) })
  neighbour = await client.createWorkspace()
  viewer = await addPlatformPerson(current(), 'platform_viewer')
}, 60_000)

function ask(path: string, tenantId = workspace.tenantId): Promise<Answer> {
  return current().client.call('GET', `/api/v1/admin/tenants/${tenantId}/${path}`, { token: viewer.token })
}

describe('the usage of a tenant', () => {
  it('knows the module of every table there is', async () => {
    const { body } = await ask('usage')
    const found = (body.modules as ModuleUsage[]).map(({ module }) => module)
    expect(found).toEqual(modules.map(({ id }) => id))
    const tables = (body.modules as ModuleUsage[]).flatMap((of) => of.tables)
    expect(tables.every(({ indexBytes }) => indexBytes > 0)).toBe(true)
    expect(body.bytes.tables).toBe(tables.reduce((sum, { tableBytes }) => sum + tableBytes, 0))
  })

  it('counts the rows of this tenant exactly when it is asked to', async () => {
    const { call } = current().client
    for (const { token } of [workspace, workspace, workspace, neighbour])
      await call('POST', '/api/v1/owners', { token, body: { name: 'Grace' } })
    const rowsOf = (answer: Answer) =>
      (answer.body.modules as ModuleUsage[]).flatMap((of) => of.tables).find(({ name }) => name === 'owners')
    const { body: before } = await ask('usage')
    expect(before.isExact).toBe(false)
    const exact = await ask('usage?rows=exact')
    expect(exact.body.isExact).toBe(true)
    expect(rowsOf(exact)?.rows).toBe(3)
    // What the statistics know arrives when the connection has told them.
    await expect.poll(async () => rowsOf(await ask('usage'))?.rows).toBe(3)
  })

  it('answers the estimate when counting takes too long', async () => {
    const { database } = current()
    const tenant = await findTenantById(database.platform, workspace.tenantId)
    if (!tenant) throw new Error('The workspace is gone.')
    const { pool } = database
    const client = await pool.connect()
    try {
      await client.query(`begin; lock table "${tenant.schemaName}".pets in access exclusive mode`)
      expect(await withTenantScope(tenant, () => countRows(database.tenant, ['pets'], 50))).toBeNull()
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('has people, and a number for each of the last thirty days', async () => {
    await addTeamMate(current(), workspace, 'staff')
    await addTeamMate(current(), workspace, 'client')
    const { tenantId } = workspace
    await current().inspect(
      `insert into platform.tenant_usage_days (tenant_id, day, requests, refusals, errors)
       select $1, (now() at time zone 'utc')::date - ago, 100 + ago, 2, 1 from unnest('{29, 30}'::int[]) ago`,
      [tenantId],
    )
    const { body } = await ask('usage')
    expect(body.people).toEqual({ team: 2, inactive: 0, clients: 1 })
    expect(body.days).toHaveLength(30)
    expect(body.days[0]).toMatchObject({ requests: 129, refusals: 2, errors: 1 })
    expect(body.days[15]).toMatchObject({ requests: 0, refusals: 0, errors: 0 })
  })

  it('is nowhere for a tenant that never was', async () => {
    expect((await ask('usage', newId())).body.error.code).toBe('NOT_FOUND')
    expect((await ask('people', newId())).body.error.code).toBe('NOT_FOUND')
  })
})

describe('the people of a tenant', () => {
  it('are those of this tenant, without their passwords', async () => {
    const { body } = await ask('people', neighbour.tenantId)
    expect(body).toMatchObject({
      total: 1,
      items: [{ email: neighbour.email, role: 'owner', isActive: true }],
    })
    expect(JSON.stringify(body)).not.toContain('assword')
    const found = await ask('people?role=client')
    expect(found.body).toMatchObject({ total: 1, items: [{ role: 'client' }] })
  })
})
