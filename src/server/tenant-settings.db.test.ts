import { beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#src/modules/registry.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const ME = '/api/v1/tenants/me'
let mine: Workspace
let theirs: Workspace

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
})

function get({ token }: { token: string }): Promise<Answer> {
  return current().client.call('GET', ME, { token })
}

function patch({ token }: { token: string }, body: object): Promise<Answer> {
  return current().client.call('PATCH', ME, { token, body })
}

describe('the settings of a workspace', () => {
  it('change as far as they are sent, for this workspace alone, and leave a trace', async () => {
    const before = await get(mine)
    const answer = await patch(mine, { businessName: 'Velvet Paws', phone: '+44 20 7946 0000' })
    expect(answer.body).toMatchObject({
      businessName: 'Velvet Paws',
      phone: '+44 20 7946 0000',
      currency: before.body.currency,
    })
    expect(Date.parse(answer.body.updatedAt)).toBeGreaterThan(Date.parse(before.body.updatedAt))
    expect((await get(theirs)).body.businessName).toBe('Happy Paws')
    const rows = await current().inspect(
      "select details from platform.audit_log where tenant_id = $1 and action = 'tenants.update'",
      [mine.tenantId],
    )
    expect(rows).toEqual([
      {
        details: {
          before: { businessName: 'Happy Paws', phone: null },
          after: { businessName: 'Velvet Paws', phone: '+44 20 7946 0000' },
        },
      },
    ])
  })

  it('have a language, English until another is chosen', async () => {
    expect((await get(mine)).body.language).toBe('english')
    expect((await patch(mine, { language: 'german' })).body.language).toBe('german')
    expect((await get(mine)).body.language).toBe('german')
    expect((await get(theirs)).body.language).toBe('english')
  })

  it('keep every line of an address', async () => {
    const address = { street: '1 Quay', city: 'Cork', state: '', postalCode: 'T12', country: 'Ireland' }
    expect((await patch(mine, { address })).body.address).toEqual(address)
    const unchanged = await patch(mine, { address })
    expect(unchanged.body.updatedAt).toBe((await get(mine)).body.updatedAt)
  })

  it('do not overwrite what the caller has not seen', async () => {
    const seen = (await get(mine)).body.updatedAt
    const first = await patch(mine, { timezone: 'Europe/Dublin', updatedAt: seen })
    const second = await patch(mine, { timezone: 'Asia/Tokyo', updatedAt: seen })
    expect(second.body.error).toMatchObject({
      code: 'CONFLICT',
      details: { updatedAt: first.body.updatedAt },
    })
    expect((await get(mine)).body.timezone).toBe('Europe/Dublin')
  })

  it('leave plan, status, address on the web and modules to others', async () => {
    const before = (await get(mine)).body
    const attempt = { plan: 'pro', status: 'active', subdomain: 'other', modules: ['x'], settings: { a: 1 } }
    const { body } = await patch(mine, { ...attempt, phone: '' })
    for (const name of ['plan', 'status', 'subdomain', 'modules']) expect(body[name]).toEqual(before[name])
  })

  it.each([
    ['businessName', '   '],
    ['phone', 'call me'],
    ['timezone', 'Mars/Olympus'],
    ['currency', 'XYZ1'],
    ['language', 'klingon'],
  ])('refuse %s %j at its field', async (field, value) => {
    const { body } = await patch(mine, { [field]: value })
    expect(body.error.details.fields).toHaveProperty(field)
  })

  it('are read by the team and changed by its leaders', async () => {
    for (const role of ['admin', 'manager', 'staff', 'viewer', 'client'] as const) {
      const person = await addTeamMate(current(), mine, role)
      const expected = role === 'client' ? [403, 403] : role === 'admin' ? [200, 200] : [200, 403]
      const statuses = [(await get(person)).status, (await patch(person, { phone: '12345' })).status]
      expect([role, ...statuses]).toEqual([role, ...expected])
    }
  })
})

describe('features', () => {
  it('are listed and found by name, also those that never were on', async () => {
    const { call } = current().client
    const list = await call('GET', `${ME}/features`, { token: mine.token })
    expect(list.body.items).toMatchObject(
      modules.map(({ id }) => ({ name: id, enabled: id === 'pet-care', run: null })),
    )
    const one = await call('GET', `${ME}/features/pet-care`, { token: mine.token })
    expect(one.body).toEqual(list.body.items[0])
    expect((await call('GET', `${ME}/features/nope`, { token: mine.token })).status).toBe(404)
  })
})
