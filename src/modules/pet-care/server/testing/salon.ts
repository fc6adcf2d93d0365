import type { TenantRole } from '#src/auth/identity.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { CreateInput } from '#src/resources/record-types.ts'
import { callContext, createModuleCaller, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { petCare } from '../../module.ts'
import type { appointments } from '../../resources/appointments.ts'
import type { services } from '../../resources/services.ts'
import { petCareServer } from '../pet-care.server.ts'

const modules = [petCare] as const
const servers = [petCareServer] as const
const OPEN = [{ from: '08:00', to: '18:00' }]
const everyDay = {
  ...{ monday: OPEN, tuesday: OPEN, wednesday: OPEN, thursday: OPEN, friday: OPEN },
  ...{ saturday: OPEN, sunday: OPEN },
}

export type Person = { role?: TenantRole; userId?: string }
type Booking = CreateInput<typeof appointments>

/** A salon with somebody to book, a table, a service of an hour without buffers, and a dog. */
export type Salon = Awaited<ReturnType<typeof createSalon>>

/** A day far enough ahead for everything to be still to come. @param clock such as `09:30`, in UTC */
export function nextYear(clock: string, day = '06-15'): string {
  return `${new Date().getUTCFullYear() + 1}-${day}T${clock}:00.000Z`
}

/** @param timeZone of the tenant; UTC when left out */
export async function createSalon(db: TestDatabase, subdomain: string, timezone = 'UTC') {
  const tenant: CallTenant = { ...(await createWorkspace(db, { subdomain, modules })), timezone }

  function call({ role, userId }: Person = {}) {
    const person = { ...(role ? { role } : {}), ...(userId ? { userId } : {}) }
    return createModuleCaller(modules, servers)(callContext(db, { tenant, modules, ...person })).petCare
  }

  const team = call()
  const addStaff = (name: string, skills: string[] = []) =>
    team.staff.create({ name, role: 'groomer', skills, availability: everyDay })
  const addService = (values: Partial<CreateInput<typeof services>> = {}) =>
    team.services.create({ name: 'Groom', durationMinutes: 60, priceCents: 5_000, ...values })
  const owner = await team.owners.create({ name: 'Ann Lee' })
  const addPet = (name: string, ownerId = owner.id) => team.pets.create({ name, ownerId, species: 'dog' })
  const known = {
    pet: await addPet('Rex'),
    staff: await addStaff('Sam'),
    service: await addService(),
    table: await team.resources.create({ name: 'Table 1', type: 'table' }),
  }

  /** A booking of what the salon has, at nine in the morning unless told otherwise. */
  function bookingOf(values: Partial<Booking> = {}): Booking {
    const { pet, service, staff } = known
    return {
      ...{ petId: pet.id, serviceId: service.id, staffId: staff.id, scheduledStart: nextYear('09:00') },
      ...values,
    }
  }

  return {
    ...{ tenant, call, owner, ...known, addStaff, addService, addPet, bookingOf },
    book: (values: Partial<Booking> = {}, person: Person = {}) =>
      call(person).appointments.create(bookingOf(values)),
    /** Pairs of bookings that take the same staff member or resource at the same time, past all rules. */
    listOverlaps: () =>
      db.inspect(
        `select a.id, b.id as other from ${tenant.schemaName}.appointments a
         join ${tenant.schemaName}.appointments b on a.id < b.id
           and (a.staff_id = b.staff_id or a.resource_id = b.resource_id)
           and a.occupied_from < b.occupied_until and b.occupied_from < a.occupied_until
         where a.deleted_at is null and b.deleted_at is null
           and a.status not in ('cancelled', 'no_show') and b.status not in ('cancelled', 'no_show')`,
      ),
  }
}
