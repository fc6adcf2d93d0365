import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { useTestDatabase } from './testing/test-database.ts'
import { MEMBER_ROLE, PLATFORM_ROLE, PLATFORM_SCHEMA } from './tenant-scope.ts'
import { withTransaction } from './transaction.ts'

const current = useTestDatabase()
const tenantId = newId()
const userId = newId()

beforeAll(async () => {
  const { platform } = current().database
  await platform.tenant.create({
    data: {
      id: tenantId,
      subdomain: 'rights',
      businessName: 'Rights',
      industry: 'pet-care',
      timezone: 'UTC',
      currency: 'EUR',
      plan: 'free',
      status: 'trial',
      schemaName: 't_rights',
      roleName: 'berth_t_rights',
    },
  })
  const person = { email: 'a@rights.test', fullName: 'A', passwordHash: 'x', role: 'owner' }
  await platform.user.create({ data: { id: userId, tenantId, ...person } })
})

function attempt(role: string, sql: string, values: unknown[] = []): Promise<string | number | null> {
  return withTransaction(current().database.pool, { role, schema: PLATFORM_SCHEMA, tenantId }, (client) =>
    client.query(sql, values),
  ).then(
    ({ rowCount }) => rowCount,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'other'),
  )
}

describe('the record of what happened', () => {
  it.each(['audit_log', 'provisioning_events', 'provisioning_runs', 'provisioning_steps', 'tenants'])(
    'loses no row of %s to the roles of the application',
    async (table) => {
      for (const role of [PLATFORM_ROLE, MEMBER_ROLE])
        expect([role, await attempt(role, `delete from ${table}`)]).toEqual([role, '42501'])
    },
  )

  it.each([
    ['audit_log', 'action'],
    ['provisioning_events', 'type'],
  ])('is not rewritten in %s', async (table, column) => {
    for (const role of [PLATFORM_ROLE, MEMBER_ROLE])
      expect([role, await attempt(role, `update ${table} set ${column} = ''`)]).toEqual([role, '42501'])
  })
})

describe('a session in the scope of its tenant', () => {
  it('can be ended, and not brought back', async () => {
    const id = newId()
    await current().database.platform.session.create({
      data: { id, userId, tenantId, kind: 'web', expiresAt: new Date(Date.now() + 60_000) },
    })
    const where = 'where id = $1'
    expect(await attempt(MEMBER_ROLE, `update sessions set revoked_at = now() ${where}`, [id])).toBe(1)
    expect(await attempt(MEMBER_ROLE, `update sessions set revoked_at = null ${where}`, [id])).toBe(0)
  })
})
