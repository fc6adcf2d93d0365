import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import { createSalon, nextYear, type Salon } from './testing/salon.ts'

const current = useTestDatabase()
type Household = Awaited<ReturnType<typeof addHousehold>>
let salon: Salon
let ida: Household
let otto: Household

const kinds = [
  ...(['owners', 'pets', 'appointments', 'payments', 'vaccinationRecords'] as const),
  ...(['packagePurchases', 'creditEntries'] as const),
]

beforeAll(async () => {
  salon = await createSalon(current(), 'clients')
  ida = await addHousehold('ida', '09:00')
  otto = await addHousehold('otto', '11:00')
})

/** A client with one record of everything. */
async function addHousehold(name: string, clock: string) {
  const { tenantId } = salon.tenant
  const { id: userId } = await current().database.platform.user.create({
    data: {
      id: newId(),
      tenantId,
      email: `${name}@clients.test`,
      fullName: name,
      passwordHash: 'none',
      role: 'client',
    },
  })
  const team = salon.call()
  const owner = await team.owners.create({ name, userId })
  const pet = await salon.addPet(`Pet of ${name}`, owner.id)
  const appointment = await salon.book({ petId: pet.id, scheduledStart: nextYear(clock) })
  const payment = await team.payments.create({
    ...{ ownerId: owner.id, appointmentId: appointment.id, type: 'deposit', amountCents: 100 },
  })
  const record = await team.vaccinationRecords.create({
    petId: pet.id,
    vaxType: 'Rabies',
    date: '2024-01-01',
  })
  const sold = await team.packages.create({ name: `Card for ${name}`, credits: 3, priceCents: 1 })
  const purchase = await team.packagePurchases.create({ ownerId: owner.id, packageId: sold.id })
  const credit = await team.credits.create({ purchaseId: purchase.id, appointmentId: appointment.id })
  const ids: Record<(typeof kinds)[number], string> = {
    ...{ owners: owner.id, pets: pet.id, appointments: appointment.id, payments: payment.id },
    ...{ vaccinationRecords: record.id, packagePurchases: purchase.id, creditEntries: credit.id },
  }
  return { userId, ids }
}

const asIda = () => salon.call({ role: 'client', userId: ida.userId })

describe('a client', () => {
  it.each(kinds)('finds own %s and nothing else, in lists and by search', async (kind) => {
    const { list, get } = asIda()[kind]
    for (const asked of [{}, { q: 'a' }, { limit: 100 }]) {
      const { items, total } = await list(asked)
      expect(items.map(({ id }) => id)).not.toContain(otto.ids[kind])
      expect(total).toBe(items.length)
    }
    expect((await list()).items.map(({ id }) => id)).toContain(ida.ids[kind])
    expect((await get({ id: ida.ids[kind] })).id).toBe(ida.ids[kind])
    expect((await refusal(get({ id: otto.ids[kind] }))).code).toBe('NOT_FOUND')
  })

  it('sees own appointments in the calendar, with the names of what is their own', async () => {
    const range = { from: nextYear('00:00'), to: nextYear('23:00') }
    const seen = await asIda().schedule.listAppointments(range)
    expect(seen.map(({ id }) => id)).toEqual([ida.ids.appointments])
    expect(seen[0]).toMatchObject({
      ...{
        title: 'Pet of ida · Groom',
        pet: { label: 'Pet of ida' },
        staff: { id: salon.staff.id, label: '' },
      },
    })
    expect(await salon.call().schedule.listAppointments(range)).toHaveLength(2)
  })

  it('neither books, changes, pays with credits nor looks for free times', async () => {
    const client = asIda()
    const attempts = [
      client.appointments.create(salon.bookingOf({ petId: ida.ids.pets, scheduledStart: nextYear('15:00') })),
      client.appointments.update({ id: ida.ids.appointments, notes: 'mine' }),
      client.appointments.delete({ id: ida.ids.appointments }),
      client.payments.update({ id: ida.ids.payments, status: 'completed' }),
      client.vaccinationRecords.create({ petId: ida.ids.pets, vaxType: 'All', date: '2024-01-01' }),
      client.packagePurchases.create({ ownerId: ida.ids.owners, packageId: newId() }),
      client.credits.create({ purchaseId: ida.ids.packagePurchases }),
      client.schedule.listSlots({
        serviceId: salon.service.id,
        from: nextYear('00:00'),
        to: nextYear('23:00'),
      }),
      client.services.list(),
      client.staff.list(),
    ]
    const codes = (await Promise.all(attempts.map(refusal))).map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']))
  })

  it('finds nothing of others by a filter', async () => {
    const filtered = [
      asIda().pets.list({ ownerId: otto.ids.owners }),
      asIda().appointments.list({ petId: otto.ids.pets }),
      asIda().appointments.list({ ownerId: otto.ids.owners }),
      asIda().creditEntries.list({ purchaseId: otto.ids.packagePurchases }),
    ]
    for (const { total } of await Promise.all(filtered)) expect(total).toBe(0)
  })

  it('reaches nothing of others past the engine either', async () => {
    const { schemaName, roleName, tenantId } = salon.tenant
    for (const table of [
      'owners',
      'pets',
      'appointments',
      'payments',
      'package_purchases',
      'credit_entries',
    ]) {
      const client = await current().database.pool.connect()
      try {
        await client.query(`begin; set local role "${roleName}"; set local search_path to "${schemaName}", pg_temp;
          set local app.tenant_id = '${tenantId}'; set local app.owner_id = '${ida.userId}'`)
        const { rows } = await client.query<{ count: number }>(`select count(*)::int from ${table}`)
        // Two entries: the package bought, the credit spent.
        expect([table, rows[0]?.count]).toEqual([table, table === 'credit_entries' ? 2 : 1])
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })
})
