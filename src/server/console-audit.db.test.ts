import { beforeAll, describe, expect, it } from 'vitest'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const server = useTestServer()
const PATH = '/api/v1/admin/audit'
let ada: Workspace
let bea: Workspace
let admin: { id: string; token: string }
let viewer: { id: string; token: string }

beforeAll(async () => {
  const { client } = server()
  ada = await client.createWorkspace()
  bea = await client.createWorkspace()
  admin = await addPlatformPerson(server())
  viewer = await addPlatformPerson(server(), 'platform_viewer')
  for (const [who, name] of [[ada, '=cmd("Ann", 1)'] as const, [bea, 'Bella Tenby'] as const])
    await client.call('POST', '/api/v1/owners', { token: who.token, host: who.subdomain, body: { name } })
})

function get(path: string, { token }: { token: string } = viewer) {
  return server().client.call('GET', path, { token })
}

type Entry = { action: string; tenant: { id: string; subdomain: string } | null }
const tenantsOf = (body: { items: Entry[] }) =>
  [...new Set(body.items.map(({ tenant }) => tenant?.subdomain ?? 'platform'))].sort()

describe('the log of all tenants', () => {
  it('shows each entry with the tenant it is about', async () => {
    const { status, body } = await get(`${PATH}?action=owners.`)
    expect(status).toBe(200)
    expect(body.total).toBe(2)
    expect(body.items[0]).toMatchObject({
      action: 'owners.create',
      actor: { name: 'Ada Groom' },
      tenant: { id: bea.tenantId, subdomain: bea.subdomain, businessName: 'Happy Paws' },
    })
    expect(tenantsOf(body)).toEqual([ada.subdomain, bea.subdomain].sort())
  })

  it('is narrowed to one tenant, or to the platform', async () => {
    const { body } = await get(`${PATH}?tenantId=${ada.tenantId}`)
    expect(tenantsOf(body)).toEqual([ada.subdomain])
    await get(`${PATH}/export?action=auth.`, admin)
    expect(tenantsOf((await get(`${PATH}?tenantId=${PLATFORM_CHAIN}`)).body)).toEqual(['platform'])
  })

  it('is searched by words of all tenants, and by the names of people', async () => {
    expect(tenantsOf((await get(`${PATH}?q=bella`)).body)).toEqual([bea.subdomain])
    expect((await get(`${PATH}?q=bella&tenantId=${ada.tenantId}`)).body.total).toBe(0)
    expect((await get(`${PATH}?q=${ada.email}&action=owners.`)).body.total).toBe(1)
  })

  it('finds no entry by the beginning of a word that it does not hold', async () => {
    const { body } = await get(`${PATH}?q=ten&action=owners.`)
    expect(tenantsOf(body)).toEqual([bea.subdomain])
  })
})

describe('the export', () => {
  it('names tenants, runs no formula, and is for admins', async () => {
    const { body, headers } = await get(`${PATH}/export?action=owners.`, admin)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head = '', ...lines] = String(body).trim().split('\r\n')
    expect(head).toMatch(/^tenant_id,subdomain,business_name,time,action,/)
    expect(lines).toHaveLength(2)
    expect(lines.join('\n')).toContain(ada.subdomain)
    for (const cell of String(body).split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@]/)
    expect((await get(`${PATH}/export`)).status).toBe(403)
  })

  it('stands in the log of the tenant it was about, and in that of the platform otherwise', async () => {
    const { body } = await get(`${PATH}/export?format=json&tenantId=${ada.tenantId}`, admin)
    expect(new Set((body as { subdomain: string }[]).map(({ subdomain }) => subdomain))).toEqual(
      new Set([ada.subdomain]),
    )
    const told = await server().client.call('GET', '/api/v1/tenants/me/audit?action=audit.export', {
      token: ada.token,
      host: ada.subdomain,
    })
    expect(told.body.items[0]).toMatchObject({ actor: { kind: 'platform', id: admin.id } })
    await get(`${PATH}/export?action=owners.create`, admin)
    const platform = await get(`${PATH}?action=audit.export&tenantId=${PLATFORM_CHAIN}`)
    expect(platform.body.items[0]).toMatchObject({
      actor: { kind: 'platform', id: admin.id },
      details: { format: 'csv', filters: { action: 'owners.create' } },
    })
  })

  it('knows no tenant that is not there', async () => {
    const answer = await get(`${PATH}/export?tenantId=${admin.id}`, admin)
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('the proof', () => {
  const verifyAll = async () => {
    const proofs: { chain: string; tenant: { subdomain: string } | null; problem: object | null }[] = []
    for (let after = ''; ;) {
      const { body } = await get(`${PATH}/verify-all${after}`)
      proofs.push(...body.proofs)
      if (body.next === null) return { proofs, total: body.total as number }
      after = `?after=${body.next}`
    }
  }

  it('is given for one log', async () => {
    const { body } = await get(`${PATH}/verify?tenantId=${ada.tenantId}`)
    expect(body).toMatchObject({
      problem: null,
      head: { seq: body.links },
      tenant: { subdomain: ada.subdomain },
    })
    expect((await get(`${PATH}/verify?tenantId=${PLATFORM_CHAIN}`)).body).toMatchObject({
      problem: null,
      tenant: null,
    })
  })

  it('is given for all, and names the one that does not hold', async () => {
    const sound = await verifyAll()
    expect(sound.proofs.filter(({ problem }) => problem)).toEqual([])
    expect(sound.proofs.map(({ chain }) => chain)).toEqual(
      expect.arrayContaining([PLATFORM_CHAIN, ada.tenantId, bea.tenantId]),
    )
    expect(sound.proofs).toHaveLength(sound.total)
    await server().inspect(
      `update platform.audit_log set details = '{}' where tenant_id = $1 and action = 'owners.create'`,
      [ada.tenantId],
    )
    const { proofs } = await verifyAll()
    expect(proofs.filter(({ problem }) => problem)).toMatchObject([
      { tenant: { subdomain: ada.subdomain }, problem: { kind: 'entry_changed' } },
    ])
  })
})
