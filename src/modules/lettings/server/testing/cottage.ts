import type { TenantRole } from '#src/auth/identity.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { CreateInput } from '#src/resources/record-types.ts'
import { callContext, createModuleCaller, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { lettings } from '../../module.ts'
import type { bookings } from '../../resources/bookings.ts'
import type { properties } from '../../resources/properties.ts'
import { lettingsServer } from '../lettings.server.ts'

const modules = [lettings] as const
const servers = [lettingsServer] as const

type Person = { role?: TenantRole; userId?: string; idempotencyKey?: string }

/** An agency that lets one cottage for 90 euro a night. */
export type Cottage = Awaited<ReturnType<typeof createCottage>>

/** @param subdomain of the agency, in lower case letters */
export async function createCottage(db: TestDatabase, subdomain: string) {
  const tenant = await createWorkspace(db, { subdomain, modules })

  function call({ idempotencyKey, ...person }: Person = {}) {
    const context = callContext(db, { tenant, modules, ...person })
    return createModuleCaller(modules, servers)({ ...context, idempotencyKey: idempotencyKey ?? null })
      .lettings
  }

  const addProperty = (name: string, values: Partial<CreateInput<typeof properties>> = {}) =>
    call().properties.create({
      ...{ name, address: '1 Shore Road', type: 'cottage', nightlyRateCents: 9_000, currency: 'EUR' },
      ...values,
    })
  const property = await addProperty('Cottage')

  return {
    ...{ tenant, call, property, addProperty },
    /** A stay in the cottage unless told otherwise. */
    book: (values: Partial<CreateInput<typeof bookings>> & Nights, person: Person = {}) =>
      call(person).bookings.create({ propertyId: property.id, guestName: 'Ida', ...values }),
    /** Pairs of bookings that have the same night of the same property, past all rules. */
    listOverlaps: () =>
      db.inspect(
        `select a.id, b.id as other from ${tenant.schemaName}.bookings a
         join ${tenant.schemaName}.bookings b on a.id < b.id and a.property_id = b.property_id
           and a.check_in < b.check_out and b.check_in < a.check_out
         where a.deleted_at is null and b.deleted_at is null
           and a.status <> 'cancelled' and b.status <> 'cancelled'`,
      ),
  }
}

type Nights = { checkIn: string; checkOut: string }
