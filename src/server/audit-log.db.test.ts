import { beforeAll, describe, expect, it } from 'vitest'
import { useTestServer } from './testing/test-server.ts'
import type { Workspace } from './testing/test-client.ts'

const server = useTestServer()
const PATH = '/api/v1/tenants/me/audit'
let ada: Workspace
let bea: Workspace
let rexId: string

beforeAll(async () => {
  const { client } = server()
  ada = await client.createWorkspace()
  bea = await client.createWorkspace()
  const as = { token: ada.token, host: ada.subdomain }
  const owner = await client.call('POST', '/api/v1/owners', { ...as, body: { name: '=cmd("Ann", 1)' } })
  const rex = await client.call('POST', '/api/v1/pets', {
    ...as,
    body: { name: 'Rex', species: 'dog', ownerId: owner.body.id },
  })
  rexId = rex.body.id
  await client.call('PATCH', `/api/v1/pets/${rexId}`, { ...as, body: { name: 'Rexina' } })
})

function get(path: string, who: Workspace = ada) {
  return server().client.call('GET', path, { token: who.token, host: who.subdomain })
}

const actionsOf = (body: { items: { action: string }[] }) => body.items.map(({ action }) => action)

describe('the log of a workspace', () => {
  it('tells who changed what, newest first', async () => {
    const { status, body } = await get(PATH)
    expect(status).toBe(200)
    expect(body).toMatchObject({ page: 1, limit: 20, isTotalExact: true, total: body.items.length })
    expect(body.items[0]).toMatchObject({
      action: 'pets.update',
      actor: { kind: 'user', name: 'Ada Groom' },
      resource: { type: 'pets', id: rexId },
      details: { label: 'Rexina', before: { name: 'Rex' }, after: { name: 'Rexina' } },
    })
    expect(actionsOf(body)).toEqual(
      expect.arrayContaining(['tenants.create', 'tenants.activate', 'runs.succeed', 'auth.sign_in']),
    )
  })

  it.each<[string, string[]]>([
    ['action=pets.', ['pets.update', 'pets.create']],
    ['action=pets.up', ['pets.update']],
    ['resourceType=owners', ['owners.create']],
    ['q=rexina', ['pets.update']],
    ['q=PETS+rex', ['pets.update', 'pets.create']],
    ['q=update', ['pets.update']],
    ["q=rex'%20%7C%20!x%20%5C", []],
    ['from=2100-01-01', []],
    ['to=2001-01-01T00:00:00%2B23:00', []],
    ['limit=1&page=2', ['pets.create']],
  ])('narrowed by %s', async (query, actions) => {
    const { body, status } = await get(`${PATH}?${query}`)
    expect(status).toBe(200)
    expect(actionsOf(body)).toEqual(actions)
  })

  it('is searched by the name of who acted, too', async () => {
    const { body } = await get(`${PATH}?q=groom&action=pets.&resourceId=${rexId}`)
    expect(body).toMatchObject({ total: 2 })
  })

  it('counts a day given as the last one whole', async () => {
    const today = new Date().toISOString().slice(0, 10)
    expect((await get(`${PATH}?from=${today}&to=${today}&action=pets.`)).body.total).toBe(2)
  })

  it.each([
    'page=2000&limit=100',
    'from=yesterday',
    'from=0000-01-01',
    'actorId=me',
    'action=a%20b',
    'resourceId=%27',
  ])('refuses %s', async (query) => {
    const { status, body } = await get(`${PATH}?${query}`)
    expect([status, body.error?.code]).toEqual([400, 'VALIDATION_FAILED'])
  })

  it('shows a workspace nothing of another', async () => {
    for (const query of ['', '?q=rex', `?resourceId=${rexId}`, '?q=tenant', `?q=${ada.tenantId}`])
      expect(JSON.stringify((await get(PATH + query, bea)).body)).not.toMatch(/Rex|Ann/)
    expect(JSON.stringify((await get(`${PATH}/export?format=json`, bea)).body)).not.toMatch(/Rex|Ann/)
  })

  it('is for leaders only', async () => {
    await server().inspect(`update platform.users set role = 'manager' where email = '${bea.email}'`)
    for (const path of [PATH, `${PATH}/export`, `${PATH}/verify`]) {
      expect((await get(path, bea)).status).toBe(403)
      expect((await server().client.call('GET', path, { host: ada.subdomain })).status).toBe(401)
    }
    await server().inspect(`update platform.users set role = 'owner' where email = '${bea.email}'`)
  })
})

describe('the export', () => {
  it('is a CSV that runs no formula', async () => {
    const { body, headers } = await get(`${PATH}/export?action=owners.`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-[\d-]+\.csv"$/)
    const lines = String(body).trim().split('\r\n')
    expect(lines[0]).toMatch(/^time,action,/)
    expect(lines).toHaveLength(2)
    for (const cell of String(body).split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@]/)
  })

  it('is JSON, whole over several parts, and stands in the log itself', async () => {
    await server().inspect(
      `insert into platform.audit_log (id, tenant_id, actor_kind, action, resource_type)
       select gen_random_uuid(), $1, 'system', 'tenants.update', 'tenants' from generate_series(1, 11000)`,
      [bea.tenantId],
    )
    const { body } = await get(`${PATH}/export?format=json&action=tenants.update`, bea)
    const entries = body as { id: string }[]
    expect(new Set(entries.map(({ id }) => id)).size).toBe(11_000)
    const list = await get(`${PATH}?action=audit.export`, bea)
    expect(list.body.items[0]).toMatchObject({ details: { format: 'json' }, actor: { name: 'Ada Groom' } })
    expect((await get(PATH, bea)).body).toMatchObject({ total: 10_000, isTotalExact: false })
  })
})

describe('the proof', () => {
  it('says that all is well, until it is not', async () => {
    const { body } = await get(`${PATH}/verify`)
    expect(body).toMatchObject({ problem: null, head: { seq: body.links } })
    expect(body.head.hash).toMatch(/^[\da-f]{64}$/)
    await server().inspect(`update platform.audit_log set details = '{}' where resource_id = $1`, [rexId])
    const { body: found } = await get(`${PATH}/verify`)
    expect(found.problem).toMatchObject({
      kind: 'entry_changed',
      message: 'An entry was changed after it was written.',
    })
  })
})
