import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantRole } from '#src/auth/identity.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { lettings } from '../module.ts'

const modules = [lettings] as const
const current = useTestDatabase()
let tenant: CallTenant
let propertyId: string

function call(role: TenantRole = 'owner') {
  return createModuleCaller(modules)(callContext(current(), { tenant, modules, role })).lettings
}

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'stays', modules })
  const cottage = {
    name: 'Cottage',
    address: '1 Shore Road',
    type: 'cottage',
    nightlyRateCents: 9_000,
  } as const
  propertyId = (await call('manager').properties.create(cottage)).id
})

const stay = { guestName: 'Ida', checkIn: '2026-07-01', checkOut: '2026-07-04', totalCents: 27_000 }
const backwards = { code: 'VALIDATION_FAILED', details: { fields: { checkOut: [expect.any(String)] } } }

describe('the dates of a booking', () => {
  it('must leave a night between them, when it is made and when it changes', async () => {
    const sameDay = { ...stay, propertyId, checkOut: stay.checkIn }
    expect(await refusal(call().bookings.create(sameDay))).toMatchObject(backwards)
    const booking = await call().bookings.create({ ...stay, propertyId })
    expect(booking).toMatchObject({ status: 'pending', guests: 1, property: { label: 'Cottage' } })
    const confirmed = await call().bookings.update({ id: booking.id, status: 'confirmed' })
    expect(confirmed).toMatchObject({ status: 'confirmed', checkIn: stay.checkIn, checkOut: stay.checkOut })
    // Only one of the two is sent; the other is the stored one.
    const later = { id: booking.id, checkIn: '2026-07-04' }
    expect(await refusal(call().bookings.update(later))).toMatchObject(backwards)
    const moved = await call().bookings.update({ ...later, checkOut: '2026-07-05' })
    expect(moved).toMatchObject({ checkIn: '2026-07-04', checkOut: '2026-07-05' })
  })
})

describe('the currency of a property', () => {
  it('is the one of the business until another is chosen', async () => {
    const abroad = createModuleCaller(modules)(
      callContext(current(), { tenant: { ...tenant, currency: 'GBP' }, modules }),
    ).lettings.properties
    const house = { name: 'House', address: '3 Quay', type: 'house', nightlyRateCents: 1 } as const
    expect((await abroad.create(house)).currency).toBe('GBP')
    expect((await abroad.create({ ...house, currency: 'CHF' })).currency).toBe('CHF')
  })
})

describe('rights', () => {
  it('are those of an agency', async () => {
    const property = { name: 'Loft', address: '2 High Street', type: 'studio', nightlyRateCents: 1 } as const
    expect((await refusal(call('staff').properties.create(property))).code).toBe('FORBIDDEN')
    const { id } = await call('admin').properties.create(property)
    expect((await refusal(call('manager').properties.delete({ id }))).code).toBe('FORBIDDEN')
    await call('admin').properties.delete({ id })
    const booking = await call('staff').bookings.create({ ...stay, propertyId })
    expect((await refusal(call('staff').bookings.delete({ id: booking.id }))).code).toBe('FORBIDDEN')
    await call('manager').bookings.delete({ id: booking.id })
  })
})
