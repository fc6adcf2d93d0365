import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { createSalon, nextYear, type Salon } from '../testing/salon.ts'

const current = useTestDatabase()
let salon: Salon

beforeAll(async () => {
  salon = await createSalon(current(), 'diary')
})

type Asked = Partial<Parameters<ReturnType<Salon['call']>['schedule']['listSlots']>[0]>

/** Free times of a day between eight and one, as hours and minutes. */
async function slots(day: string, asked: Asked = {}) {
  const found = await salon.call().schedule.listSlots({
    ...{ serviceId: salon.service.id, from: nextYear('00:00', day), to: nextYear('13:00', day), limit: 500 },
    ...asked,
  })
  return found.map(({ start, staffId }) => ({ clock: start.slice(11, 16), staffId }))
}

const clocks = async (day: string, asked: Asked = {}) => (await slots(day, asked)).map(({ clock }) => clock)

describe('free times', () => {
  it('are those of everybody who can do it, of one person, or of those with a resource', async () => {
    const able = await salon.addStaff('Able', ['Cats'])
    const service = await salon.addService({ requiredSkills: ['cats'] })
    const everybody = await slots('02-01')
    expect(new Set(everybody.map(({ staffId }) => staffId))).toEqual(new Set([salon.staff.id, able.id]))
    const skilled = await slots('02-01', { serviceId: service.id })
    expect(new Set(skilled.map(({ staffId }) => staffId))).toEqual(new Set([able.id]))
    await salon.book({
      staffId: able.id,
      resourceId: salon.table.id,
      scheduledStart: nextYear('09:00', '02-01'),
    })
    const staffId = salon.staff.id
    expect(await clocks('02-01', { staffId })).toContain('09:00')
    expect(await clocks('02-01', { staffId, resourceId: salon.table.id })).not.toContain('09:00')
  })

  it('are all times that can be booked, and no others', async () => {
    const service = await salon.addService({
      durationMinutes: 45,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
    })
    const day = '02-03'
    const staffId = salon.staff.id
    await salon.book({ scheduledStart: nextYear('09:30', day), serviceId: service.id })
    const offered = await clocks(day, { staffId, serviceId: service.id, to: nextYear('11:00', day) })
    expect(offered).toEqual(['08:00', '08:15', '10:45'])
    for (const clock of ['08:30', '10:30']) {
      const attempt = salon.book({ scheduledStart: nextYear(clock, day), serviceId: service.id })
      expect((await refusal(attempt)).code).toBe('BOOKING_CONFLICT')
    }
    await salon.book({ scheduledStart: nextYear('08:15', day), serviceId: service.id })
    await salon.book({ scheduledStart: nextYear('10:45', day), serviceId: service.id })
  })

  it('of a pet are those at which it may come and is not elsewhere', async () => {
    const pet = await salon.addPet('Vaxy')
    const service = await salon.addService({ requiresVaccination: true })
    const staffId = (await salon.addStaff('Other')).id
    const expiryDate = nextYear('00:00', '02-05').slice(0, 10)
    await salon
      .call()
      .vaccinationRecords.create({ petId: pet.id, vaxType: 'Rabies', date: '2024-01-01', expiryDate })
    await salon.book({ petId: pet.id, scheduledStart: nextYear('08:00', '02-05') })
    const asked = { staffId, petId: pet.id, serviceId: service.id }
    expect((await clocks('02-05', asked))[0]).toBe('09:00')
    expect(await clocks('02-06', asked)).toEqual([])
    expect(await clocks('02-06', { staffId, petId: pet.id })).not.toEqual([])
  })

  it('never lie in the past', async () => {
    const hour = 3_600_000
    const asked = {
      from: new Date(Date.now() - 48 * hour).toISOString(),
      to: new Date(Date.now() + 48 * hour).toISOString(),
    }
    const found = await salon.call().schedule.listSlots({ serviceId: salon.service.id, ...asked, limit: 5 })
    expect(found).toHaveLength(5)
    for (const { start } of found) expect(Date.parse(start)).toBeGreaterThan(Date.now() - hour / 60)
  })

  it('are asked for a service that exists, and two months at most', async () => {
    const { listSlots } = salon.call().schedule
    const range = { from: nextYear('00:00', '01-01'), to: nextYear('00:00', '01-02') }
    expect((await refusal(listSlots({ ...range, serviceId: salon.pet.id }))).code).toBe('NOT_FOUND')
    const serviceId = salon.service.id
    const long = await refusal(listSlots({ serviceId, from: range.from, to: nextYear('00:00', '03-10') }))
    expect(long.details?.fields).toEqual({ to: ['At most 62 days at once.'] })
    const backward = await refusal(listSlots({ serviceId, from: range.to, to: range.from }))
    expect(backward.details?.fields).toEqual({ to: ['The end must be after the start.'] })
  })
})

describe('the calendar', () => {
  it('has every appointment that reaches into a stretch of time, with its labels', async () => {
    const at = (clock: string) => nextYear(clock, '04-10')
    const early = await salon.book({ scheduledStart: at('08:00') })
    const inside = await salon.book({ scheduledStart: at('09:00'), resourceId: salon.table.id })
    const late = await salon.book({ scheduledStart: at('10:00') })
    const { listAppointments } = salon.call().schedule
    const ids = async (from: string, to: string) =>
      (await listAppointments({ from: at(from), to: at(to) })).map(({ id }) => id)
    expect(await ids('08:59', '10:01')).toEqual([early.id, inside.id, late.id])
    expect(await ids('09:00', '10:00')).toEqual([inside.id])
    const [found] = await listAppointments({ from: at('00:00'), to: at('23:00'), resourceId: salon.table.id })
    expect(found).toEqual(inside)
    expect(found).toMatchObject({
      ...{ pet: { label: 'Rex' }, owner: { label: 'Ann Lee' }, staff: { label: 'Sam' } },
      ...{ service: { label: 'Groom' }, resource: { label: 'Table 1' } },
    })
  })
})
