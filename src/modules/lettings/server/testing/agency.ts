import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { callContext, createModuleCaller, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { lettings } from '../../module.ts'
import { lettingsServer } from '../lettings.server.ts'

/** Ids of the records that belong to one owner of the agency. */
export type Holding = { userId: string; propertyId: string; bookingId: string }
export type Agency = { tenant: CallTenant; ida: Holding; otto: Holding; nobody: Omit<Holding, 'userId'> }

const modules = [lettings] as const
const servers = [lettingsServer] as const
export const house = { address: '1 Quay', type: 'house', nightlyRateCents: 1 } as const
export const stay = { checkIn: '2026-07-01', checkOut: '2026-07-04' } as const

/** An agency with one property and one booking each of two clients, and of nobody. */
export async function createAgency(db: TestDatabase, subdomain: string): Promise<Agency> {
  const tenant = await createWorkspace(db, { subdomain, modules })
  const team = createModuleCaller(modules, servers)(callContext(db, { tenant, modules })).lettings

  async function createHolding(name: string, ownerUserId: string | null) {
    const { id: propertyId } = await team.properties.create({ ...house, name, ownerUserId })
    const booking = await team.bookings.create({ ...stay, propertyId, guestName: `Guest at ${name}` })
    return { propertyId, bookingId: booking.id }
  }

  const [ida, otto] = [await createClient(db, tenant, 'ida'), await createClient(db, tenant, 'otto')]
  return {
    tenant,
    ida: { userId: ida, ...(await createHolding('Idas', ida)) },
    otto: { userId: otto, ...(await createHolding('Ottos', otto)) },
    nobody: await createHolding('Nobodys', null),
  }
}

async function createClient(
  { database }: TestDatabase,
  { tenantId, subdomain }: CallTenant,
  name: string,
): Promise<string> {
  const { id } = await database.platform.user.create({
    data: {
      id: newId(),
      tenantId,
      email: `${name}@${subdomain}.test`,
      fullName: name,
      passwordHash: 'none',
      role: 'client',
    },
  })
  return id
}

/** Takes the second layer away, so that a test sees what the engine alone holds. */
export async function dropOwnPolicies({ inspect }: TestDatabase, { schemaName }: CallTenant): Promise<void> {
  for (const table of ['properties', 'bookings']) {
    await inspect(`drop policy own_rows on "${schemaName}"."${table}"`)
  }
}
