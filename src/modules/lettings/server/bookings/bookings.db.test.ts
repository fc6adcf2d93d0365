import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { callContext, createModuleCaller, refusal } from '#src/resources/server/testing/workspace.ts'
import { lettings } from '../../module.ts'
import { bookings } from '../../resources/bookings.ts'
import { addDays } from '../../stay.ts'
import { lettingsServer } from '../lettings.server.ts'
import { createCottage, type Cottage } from '../testing/cottage.ts'

const current = useTestDatabase()
let cottage: Cottage
let month = 0

beforeAll(async () => {
  cottage = await createCottage(current(), 'stays')
})

/** Three nights that nobody else in this file has. */
function someNights(): { checkIn: string; checkOut: string } {
  const checkIn = addDays('2026-07-01', 7 * month)
  month += 1
  return { checkIn, checkOut: addDays(checkIn, 3) }
}

const backwards = { code: 'VALIDATION_FAILED', details: { fields: { checkOut: [expect.any(String)] } } }

describe('the dates of a booking', () => {
  it('must leave a night between them, when it is made and when it changes', async () => {
    const { update } = cottage.call().bookings
    const nights = someNights()
    expect(await refusal(cottage.book({ ...nights, checkOut: nights.checkIn }))).toMatchObject(backwards)
    const booking = await cottage.book(nights)
    expect(booking).toMatchObject({ status: 'pending', guests: 1, property: { label: 'Cottage' } })
    expect(await update({ id: booking.id, status: 'confirmed' })).toMatchObject({
      ...nights,
      status: 'confirmed',
    })
    // Only one of the two is sent; the other is the stored one.
    const later = { id: booking.id, checkIn: nights.checkOut }
    expect(await refusal(update(later))).toMatchObject(backwards)
    const moved = { ...later, checkOut: addDays(nights.checkOut, 1) }
    expect(await update(moved)).toMatchObject({ checkIn: moved.checkIn, checkOut: moved.checkOut, nights: 1 })
  })
})

describe('the price of a booking', () => {
  it('is the rate of the property at that time, whatever it costs later', async () => {
    const property = await cottage.addProperty('Dearer', { nightlyRateCents: 10_000, currency: 'CHF' })
    const booking = await cottage.book({ ...someNights(), propertyId: property.id })
    expect(booking).toMatchObject({
      ...{ nights: 3, nightlyRateCents: 10_000, totalCents: 30_000, currency: 'CHF' },
    })
    await cottage.call().properties.update({ id: property.id, nightlyRateCents: 20_000, currency: 'EUR' })
    const { update } = cottage.call().bookings
    const longer = await update({ id: booking.id, checkOut: addDays(booking.checkIn, 5) })
    expect(longer).toMatchObject({ nights: 5, totalCents: 50_000, currency: 'CHF' })
    const moved = await update({ id: booking.id, propertyId: cottage.property.id })
    expect(moved).toMatchObject({ nightlyRateCents: 9_000, totalCents: 45_000, currency: 'EUR' })
  })

  it('follows from nothing that is sent but the total', async () => {
    const sent = { ...someNights(), nights: 1, nightlyRateCents: 1, currency: 'CHF' }
    expect(await cottage.book(sent)).toMatchObject({
      ...{ nights: 3, nightlyRateCents: 9_000, totalCents: 27_000, currency: 'EUR' },
    })
  })

  it('may be agreed otherwise by those who set prices, and by nobody else', async () => {
    const staff = { role: 'staff' } as const
    const manager = cottage.call({ role: 'manager' }).bookings
    const booking = await manager.create({
      ...someNights(),
      ...{ propertyId: cottage.property.id, guestName: 'Friend', totalCents: 20_000 },
    })
    expect(booking.totalCents).toBe(20_000)
    const cheap = await refusal(cottage.book({ ...someNights(), totalCents: 1 }, staff))
    expect(cheap.details?.fields).toHaveProperty('totalCents')
    const { id } = await cottage.book({ ...someNights(), totalCents: 27_000 }, staff)
    const { update } = cottage.call(staff).bookings
    expect((await refusal(update({ id, totalCents: 1 }))).code).toBe('VALIDATION_FAILED')
    // What was agreed stays when somebody else moves the stay.
    const later = await update({ id: booking.id, ...someNights(), guestName: 'Friends' })
    expect(later.totalCents).toBe(20_000)
    expect(await manager.update({ id: booking.id, totalCents: null })).toMatchObject({ totalCents: 27_000 })
  })

  it('never becomes more than an amount can be', async () => {
    const palace = await cottage.addProperty('Palace', { nightlyRateCents: 1_000_000_000 })
    const year = { ...someNights(), checkOut: '2199-12-31', propertyId: palace.id }
    expect((await refusal(cottage.book(year))).details?.fields).toHaveProperty('checkOut')
  })
})

describe('the status of a booking', () => {
  const { machine, options } = bookings.fields.status
  const statuses = options.map(({ value }) => value)

  it('moves along its machine and no other way', async () => {
    const { update, get } = cottage.call().bookings
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(machine?.initial ?? [])),
        fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 5 }),
        async (first, moves) => {
          const { id } = await cottage.book({ ...someNights(), status: first })
          let status = first
          for (const next of moves) {
            const isAllowed = next === status || machine?.transitions[status].includes(next)
            if (isAllowed) status = (await update({ id, status: next })).status
            else
              expect(await refusal(update({ id, status: next }))).toMatchObject({
                code: 'INVALID_TRANSITION',
                details: { from: status, to: next, allowed: machine?.transitions[status] },
              })
            expect((await get({ id })).status).toBe(status)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('of a new booking is one to begin with', async () => {
    for (const status of ['checked_out', 'cancelled'] as const)
      expect((await refusal(cottage.book({ ...someNights(), status }))).details?.fields).toHaveProperty(
        'status',
      )
  })
})

describe('the currency of a property', () => {
  it('is the one of the business until another is chosen', async () => {
    const modules = [lettings] as const
    const tenant = { ...cottage.tenant, currency: 'GBP' }
    const abroad = createModuleCaller(modules, [lettingsServer] as const)(
      callContext(current(), { tenant, modules }),
    ).lettings.properties
    const house = { name: 'House', address: '3 Quay', type: 'house', nightlyRateCents: 1 } as const
    expect((await abroad.create(house)).currency).toBe('GBP')
    expect((await abroad.create({ ...house, currency: 'CHF' })).currency).toBe('CHF')
  })
})

describe('rights', () => {
  it('are those of an agency', async () => {
    const call = (role: 'admin' | 'manager' | 'staff' | 'viewer') => cottage.call({ role })
    const property = { name: 'Loft', address: '2 High Street', type: 'studio', nightlyRateCents: 1 } as const
    for (const role of ['staff', 'viewer'] as const)
      expect((await refusal(call(role).properties.create(property))).code).toBe('FORBIDDEN')
    const { id } = await call('manager').properties.create(property)
    expect((await refusal(call('manager').properties.delete({ id }))).code).toBe('FORBIDDEN')
    await call('admin').properties.delete({ id })
    expect((await refusal(cottage.book(someNights(), { role: 'viewer' }))).code).toBe('FORBIDDEN')
    const booking = await cottage.book(someNights(), { role: 'staff' })
    expect((await refusal(call('staff').bookings.delete({ id: booking.id }))).code).toBe('FORBIDDEN')
    await call('manager').bookings.delete({ id: booking.id })
  })
})
