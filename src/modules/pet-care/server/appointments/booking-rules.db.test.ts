import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { createSalon, nextYear, type Salon } from '../testing/salon.ts'

const current = useTestDatabase()
let salon: Salon
let month = 0

beforeAll(async () => {
  // Nine at night in UTC is the next morning there, and half an hour of summer time counts.
  salon = await createSalon(current(), 'rules', 'Australia/Lord_Howe')
})

/** A free morning for each booking. */
function freshDay(): string {
  month += 1
  return nextYear(
    '09:00',
    `${String(Math.ceil(month / 25)).padStart(2, '0')}-${String((month % 25) + 1).padStart(2, '0')}`,
  )
}

const book = (values: Parameters<Salon['book']>[0] = {}, person: Parameters<Salon['book']>[1] = {}) =>
  salon.book({ scheduledStart: freshDay(), ...values }, person)

describe('a new appointment', () => {
  it('follows from the pet and the service', async () => {
    const service = await salon.addService({
      name: 'Trim',
      durationMinutes: 25,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
    })
    const booked = await salon.book({ serviceId: service.id, scheduledStart: nextYear('09:00', '12-01') })
    expect(booked).toMatchObject({
      ownerId: salon.owner.id,
      owner: { label: 'Ann Lee' },
      title: 'Rex · Trim',
      durationMinutes: 25,
      scheduledEnd: nextYear('09:25', '12-01'),
      occupiedFrom: nextYear('08:55', '12-01'),
      occupiedUntil: nextYear('09:35', '12-01'),
      status: 'scheduled',
      actualStart: null,
    })
  })

  it('takes nothing of that from the caller', async () => {
    const given = {
      ...salon.bookingOf({ scheduledStart: nextYear('09:00', '12-02') }),
      occupiedUntil: nextYear('09:01', '12-02'),
    }
    const booked = await salon.call().appointments.create(given)
    expect(booked.occupiedUntil).toBe(nextYear('10:00', '12-02'))
  })

  it('is only made with somebody who can do it', async () => {
    const service = await salon.addService({ requiredSkills: ['Hand stripping', 'Cats'] })
    const able = await salon.addStaff('Able', ['cats', 'HAND STRIPPING'])
    const error = await refusal(book({ serviceId: service.id }))
    expect(error.details?.fields).toEqual({ staffId: ['Sam lacks a skill for this: Hand stripping, Cats.'] })
    await book({ serviceId: service.id, staffId: able.id })
  })

  it('may lie outside of working hours', async () => {
    await book({ scheduledStart: nextYear('16:00', '12-03') })
  })
})

describe('an appointment that changes', () => {
  it('takes the length of another service, unless one is given with it', async () => {
    const long = await salon.addService({ durationMinutes: 90, bufferAfterMinutes: 15 })
    const booked = await book()
    const { appointments } = salon.call()
    const other = await appointments.update({ id: booked.id, serviceId: long.id })
    expect(other.durationMinutes).toBe(90)
    expect(Date.parse(other.occupiedUntil) - Date.parse(other.scheduledEnd)).toBe(15 * 60_000)
    const given = await appointments.update({
      id: booked.id,
      serviceId: salon.service.id,
      durationMinutes: 30,
    })
    expect(given).toMatchObject({ durationMinutes: 30, occupiedUntil: given.scheduledEnd })
    expect((await appointments.update({ id: booked.id, durationMinutes: null })).durationMinutes).toBe(60)
  })

  it('is cancelled with a reason only', async () => {
    const { id } = await book()
    const { appointments } = salon.call()
    const error = await refusal(appointments.update({ id, status: 'cancelled' }))
    expect(error.details?.fields).toEqual({ cancellationReason: ['Say why it is cancelled.'] })
    await appointments.update({ id, status: 'cancelled', cancellationReason: 'The dog is ill' })
  })

  it('stays as it was when it is over, but for its notes', async () => {
    const { id } = await book()
    const { appointments } = salon.call()
    await appointments.update({ id, status: 'no_show' })
    const error = await refusal(appointments.update({ id, scheduledStart: freshDay() }))
    expect(Object.keys(error.details?.fields ?? {})).toEqual(['scheduledStart'])
    expect((await appointments.update({ id, notes: 'Call before the next' })).notes).toBe(
      'Call before the next',
    )
  })
})

describe('a service that asks for a vaccination', () => {
  /** A pet that is vaccinated up to a day of the tenant's calendar, and a service that asks for it. */
  async function addCase(expiryDate: string | null) {
    const pet = await salon.addPet('Vaxy')
    const service = await salon.addService({ requiresVaccination: true })
    const record = { petId: pet.id, vaxType: 'Rabies', date: '2024-01-01' }
    if (expiryDate !== null) await salon.call().vaccinationRecords.create({ ...record, expiryDate })
    return { petId: pet.id, serviceId: service.id }
  }
  const lastDay = nextYear('00:00', '11-20').slice(0, 10)
  // Lord Howe is eleven hours ahead in November: 12:59 in UTC is 23:59 there.
  const lastMinutes = nextYear('12:59', '11-20')
  const nextDay = nextYear('13:00', '11-20')

  it('takes pets with one that is valid on the day they come, by the clock of the business', async () => {
    const { petId, serviceId } = await addCase(lastDay)
    const error = await refusal(salon.book({ petId, serviceId, scheduledStart: nextDay }))
    expect(error).toMatchObject({ code: 'VACCINATION_REQUIRED', details: { mayOverride: true } })
    expect(error.message).toContain(nextYear('00:00', '11-21').slice(0, 10))
    const { id } = await salon.book({ petId, serviceId, scheduledStart: lastMinutes })
    const moved = refusal(salon.call().appointments.update({ id, scheduledStart: nextDay }))
    expect((await moved).code).toBe('VACCINATION_REQUIRED')
    await salon.call().appointments.update({ id, scheduledStart: nextYear('09:00', '11-20') })
  })

  it('takes them without one for a reason that a manager gives, and the audit log tells of it', async () => {
    const unvaccinated = await addCase(null)
    expect((await refusal(book(unvaccinated, { role: 'manager' }))).code).toBe('VACCINATION_REQUIRED')
    const vaccinationOverrideReason = 'The vet confirmed by phone'
    const { id } = await book({ ...unvaccinated, vaccinationOverrideReason }, { role: 'manager' })
    const [entry] = await current().inspect<{ details: { after: object } }>(
      `select details from platform.audit_log where resource_id = $1 and action = 'appointments.create'`,
      [id],
    )
    expect(entry?.details.after).toMatchObject({ vaccinationOverrideReason })
  })

  it('takes no reason of staff, neither given nor left by a manager for another day', async () => {
    const unvaccinated = await addCase(null)
    const reasoned = { ...unvaccinated, vaccinationOverrideReason: 'It is only a short visit' }
    expect((await refusal(book(unvaccinated, { role: 'staff' }))).details).toMatchObject({
      mayOverride: false,
    })
    expect((await refusal(book(reasoned, { role: 'staff' }))).code).toBe('FORBIDDEN')
    const { id } = await book(reasoned)
    const staff = salon.call({ role: 'staff' }).appointments
    await staff.update({ id, notes: 'Nothing else' })
    expect((await refusal(staff.update({ id, scheduledStart: freshDay() }))).code).toBe(
      'VACCINATION_REQUIRED',
    )
    expect((await refusal(staff.update({ id, vaccinationOverrideReason: 'Other' }))).code).toBe('FORBIDDEN')
  })
})
