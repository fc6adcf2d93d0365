import { beforeAll, describe, expect, it } from 'vitest'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { callContext } from '#src/resources/server/testing/workspace.ts'
import { signedInProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createCallerFactory, createRouter } from '#src/trpc/server/init.ts'
import { createAgency, type Agency } from './testing/agency.ts'

const current = useTestDatabase()
let agency: Agency

beforeAll(async () => {
  agency = await createAgency(current(), 'policy')
})

/** What a query finds that knows nothing of owners. */
function forgetful<T>(ownerId: string | null, body: () => Promise<T>): Promise<T> {
  return withTenantScope({ ...agency.tenant, ownerId }, body)
}

async function namesFor(ownerId: string | null): Promise<string[][]> {
  const { tenant: db } = current().database
  return forgetful(ownerId, async () => {
    const found = await db.property.findMany({ orderBy: { name: 'asc' } })
    const booked = await db.booking.findMany({ orderBy: { guestName: 'asc' } })
    return [found.map(({ name }) => name), booked.map(({ guestName }) => guestName)]
  })
}

describe('row level security for clients', () => {
  it('keeps a query that forgot the condition to what is theirs', async () => {
    expect(await namesFor(agency.ida.userId)).toEqual([['Idas'], ['Guest at Idas']])
  })

  it('holds in every procedure of the tenant', async () => {
    const router = createRouter({
      count: signedInProcedure().query(({ ctx }) => ctx.database.tenant.property.count()),
    })
    const { tenant, ida } = agency
    const count = (role: 'client' | 'staff') =>
      createCallerFactory(router)(
        callContext(current(), { tenant, modules: [], role, userId: ida.userId }),
      ).count()
    expect(await count('client')).toBe(1)
    expect(await count('staff')).toBe(3)
  })

  it('leaves the team its records', async () => {
    expect(await namesFor(null)).toEqual([
      ['Idas', 'Nobodys', 'Ottos'],
      ['Guest at Idas', 'Guest at Nobodys', 'Guest at Ottos'],
    ])
  })

  it('keeps a write that forgot the rules from reaching further', async () => {
    const { tenant: db } = current().database
    const { userId, propertyId } = agency.ida
    await forgetful(userId, async () => {
      expect((await db.property.updateMany({ data: { address: 'Taken' } })).count).toBe(1)
      for (const ownerUserId of [agency.otto.userId, null]) {
        const away = db.property.update({ where: { id: propertyId }, data: { ownerUserId } })
        await expect(away).rejects.toThrow(/row-level security/)
      }
      expect((await db.booking.deleteMany()).count).toBe(1)
    })
    const kept = await forgetful(null, async () => db.property.findMany({ where: { address: '1 Quay' } }))
    expect(kept.map(({ name }) => name).toSorted()).toEqual(['Nobodys', 'Ottos'])
  })

  it('leaves nothing on the connection for the next call', async () => {
    await namesFor(agency.ida.userId)
    for (let index = 0; index < 20; index += 1) expect((await namesFor(null))[0]).toHaveLength(3)
  })

  it('closes tables that say nothing about owners', async () => {
    const [row] = await current().inspect<{ open: number }>(
      `select count(*)::int as open from pg_class c
       where c.relnamespace = $1::regnamespace and c.relkind = 'r'
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_rows' and not p.polpermissive)`,
      [agency.tenant.schemaName],
    )
    expect(row?.open).toBe(0)
  })
})
