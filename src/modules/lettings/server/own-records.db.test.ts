import { beforeAll, describe, expect, it } from 'vitest'
import { tenantRoles } from '#src/auth/identity.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { defineModule } from '#src/resources/define-module.ts'
import { callContext, createModuleCaller, refusal } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import { lettings } from '../module.ts'
import { bookings } from '../resources/bookings.ts'
import { properties } from '../resources/properties.ts'
import { lettingsServer } from './lettings.server.ts'
import { createAgency, dropOwnPolicies, house, stay, type Agency } from './testing/agency.ts'

const current = useTestDatabase()
let agency: Agency

const modules = [lettings] as const
const servers = [lettingsServer] as const
const team = () =>
  createModuleCaller(modules, servers)(callContext(current(), { tenant: agency.tenant, modules })).lettings
const client = (userId = agency.ida.userId) =>
  createModuleCaller(
    modules,
    servers,
  )(callContext(current(), { tenant: agency.tenant, modules, role: 'client', userId })).lettings

/** The same module, were clients allowed to do everything. */
const all = {
  list: tenantRoles,
  get: tenantRoles,
  create: tenantRoles,
  update: tenantRoles,
  delete: tenantRoles,
}
const generous = [
  defineModule({
    ...lettings,
    resources: [
      { ...bookings, permissions: all },
      { ...properties, permissions: all },
    ],
  }),
] as const
const writer = (userId = agency.ida.userId) =>
  createModuleCaller(
    generous,
    servers,
  )(callContext(current(), { tenant: agency.tenant, modules: generous, role: 'client', userId })).lettings

beforeAll(async () => {
  agency = await createAgency(current(), 'owners')
  // What follows is what the engine holds alone.
  await dropOwnPolicies(current(), agency.tenant)
})

describe('a property owner', () => {
  it('sees only their properties and the bookings of those', async () => {
    expect(await client().properties.list({})).toMatchObject({ total: 1, items: [{ name: 'Idas' }] })
    expect(await client().bookings.list({})).toMatchObject({
      total: 1,
      items: [{ guestName: 'Guest at Idas', property: { label: 'Idas' } }],
    })
    expect(await client().getCounts()).toEqual({ properties: 1, bookings: 1 })
    expect((await team().properties.list({})).total).toBe(3)
    expect(await team().getCounts()).toEqual({ properties: 3, bookings: 3 })
  })

  it('reads their own record by its id', async () => {
    const { bookingId: id, propertyId } = agency.ida
    expect(await client().bookings.get({ id })).toMatchObject({ property: { id: propertyId, label: 'Idas' } })
  })

  it('cannot tell the record of somebody else from one that does not exist', async () => {
    const ida = client()
    for (const { propertyId, bookingId } of [agency.otto, agency.nobody]) {
      const noProperty = await refusal(ida.properties.get({ id: newId() }))
      expect(await refusal(ida.properties.get({ id: propertyId }))).toEqual(noProperty)
      const noBooking = await refusal(ida.bookings.get({ id: newId() }))
      expect(await refusal(ida.bookings.get({ id: bookingId }))).toEqual(noBooking)
    }
  })

  it.each([
    ['a search', { q: 'Ottos' }, 0],
    ['a filter on text', { guestName: 'Ottos' }, 0],
    ['a page beyond', { page: 2, limit: 1 }, 1],
    ['a full page', { limit: 1, sortBy: 'propertyId', order: 'desc' }, 1],
  ] as const)('finds nothing more by %s', async (_, asked, total) => {
    const answer = await client().bookings.list(asked)
    expect(answer.total).toBe(total)
    expect(JSON.stringify(answer)).not.toContain('Ottos')
  })

  it('finds nothing more by a filter on a reference or a person', async () => {
    expect((await client().bookings.list({ propertyId: agency.otto.propertyId })).total).toBe(0)
    const owners = [agency.otto.userId, agency.ida.userId]
    expect((await client().properties.list({ ownerUserId: owners })).total).toBe(1)
  })

  it('sees nothing when nothing is theirs', async () => {
    const nobody = client(newId())
    expect((await nobody.properties.list({})).total).toBe(0)
    expect(await nobody.getCounts()).toEqual({ properties: 0, bookings: 0 })
  })

  it('changes nothing', async () => {
    const { propertyId: id } = agency.ida
    expect((await refusal(client().properties.update({ id, name: 'Mine' }))).code).toBe('FORBIDDEN')
    expect((await refusal(client().properties.delete({ id }))).code).toBe('FORBIDDEN')
  })
})

describe('a client who may write', () => {
  it('makes records that are theirs, and no others', async () => {
    const made = await writer().properties.create({ ...house, name: 'Shed' })
    expect(made.ownerUserId).toBe(agency.ida.userId)
    const given = writer().properties.create({ ...house, name: 'Gift', ownerUserId: agency.otto.userId })
    expect((await refusal(given)).details?.fields).toHaveProperty('ownerUserId')
    const elsewhere = { ...stay, guestName: 'Spy', propertyId: agency.otto.propertyId }
    expect((await refusal(writer().bookings.create(elsewhere))).details?.fields).toEqual({
      propertyId: ['This property does not exist.'],
    })
    await writer().properties.delete({ id: made.id })
  })

  it('neither gives a record away nor drops it', async () => {
    const { propertyId: id, bookingId } = agency.ida
    for (const ownerUserId of [agency.otto.userId, newId(), null]) {
      const away = writer().properties.update({ id, ownerUserId })
      expect((await refusal(away)).details?.fields).toEqual({ ownerUserId: ['This property must be yours.'] })
    }
    const moved = writer().bookings.update({ id: bookingId, propertyId: agency.otto.propertyId })
    expect((await refusal(moved)).code).toBe('VALIDATION_FAILED')
    const replaced = await writer().properties.replace({ ...house, id, name: 'Idas' })
    expect(replaced.ownerUserId).toBe(agency.ida.userId)
  })

  it('neither takes, changes nor deletes what is not theirs', async () => {
    const { propertyId, bookingId } = agency.otto
    const unknown = await refusal(writer().properties.update({ id: newId(), name: 'x' }))
    const { userId: ownerUserId } = agency.ida
    for (const attempt of [
      () => writer().properties.update({ id: propertyId, name: 'x' }),
      () => writer().properties.update({ id: propertyId, ownerUserId }),
      () => writer().properties.replace({ ...house, id: propertyId, name: 'x', ownerUserId }),
      () => writer().properties.delete({ id: propertyId }),
    ]) {
      expect(await refusal(attempt())).toEqual(unknown)
    }
    const taken = writer().bookings.update({ id: bookingId, propertyId: agency.ida.propertyId })
    expect((await refusal(taken)).code).toBe('NOT_FOUND')
    expect(await team().properties.get({ id: propertyId })).toMatchObject({ name: 'Ottos' })
  })
})
