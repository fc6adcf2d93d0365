import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { insist } from '../testing/insist.ts'
import { createSalon, nextYear, type Salon } from '../testing/salon.ts'

const current = useTestDatabase()
const CROWD = 200
/** Enough for all connections to be in each other's way, again and again. */
const GROUP = 60
let salon: Salon
let day = 0

beforeAll(async () => {
  salon = await createSalon(current(), 'twice')
})

// Each test has a day of its own.
beforeEach(() => {
  day += 1
})

const at = (clock: string) => nextYear(clock, `03-${String(day).padStart(2, '0')}`)

/** How often each code came back, `OK` for success. */
async function outcomes(attempts: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = (await Promise.allSettled(attempts)).map((outcome) =>
    outcome.status === 'fulfilled' ? 'OK' : formatCallError(outcome.reason).error.code,
  )
  const counted: Record<string, number> = {}
  for (const code of codes) counted[code] = (counted[code] ?? 0) + 1
  return counted
}

function crowd<T>(size: number, attempt: (index: number) => Promise<T>): Promise<T>[] {
  return Array.from({ length: size }, (_, index) => insist(() => attempt(index)))
}

describe('of many who book the same time at once, one gets it', () => {
  it('for one staff member', async () => {
    expect(await outcomes(crowd(CROWD, () => salon.book({ scheduledStart: at('09:00') })))).toEqual({
      OK: 1,
      BOOKING_CONFLICT: CROWD - 1,
    })
    expect(await salon.listOverlaps()).toEqual([])
  })

  it('for one resource, each with another staff member', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) => salon.addStaff(`Person ${index}`)),
    )
    const booking = { scheduledStart: at('09:00'), resourceId: salon.table.id }
    const attempts = crowd(CROWD, (index) =>
      salon.book({ ...booking, staffId: people[index % 20]?.id ?? '' }),
    )
    expect(await outcomes(attempts)).toEqual({ OK: 1, BOOKING_CONFLICT: CROWD - 1 })
    expect(await salon.listOverlaps()).toEqual([])
  })

  it('when staff and resources cross each other', async () => {
    const people = await Promise.all([salon.addStaff('Left'), salon.addStaff('Right')])
    const table = await salon.call().resources.create({ name: 'Crossed', type: 'table' })
    const tables = [salon.table.id, table.id]
    const attempts = crowd(GROUP, (index) =>
      salon.book({
        scheduledStart: at(index % 2 === 0 ? '09:00' : '09:30'),
        staffId: people[index % 2]?.id ?? '',
        resourceId: tables[Math.floor(index / 2) % 2] ?? null,
      }),
    )
    const { OK = 0, ...refused } = await outcomes(attempts)
    expect(Object.keys(refused)).toEqual(['BOOKING_CONFLICT'])
    expect([1, 2]).toContain(OK)
    expect(await salon.listOverlaps()).toEqual([])
  })

  it('of moves to that time as well', async () => {
    const movers = []
    for (let index = 0; index < 12; index += 1) {
      const staff = await salon.addStaff(`Mover ${index}`)
      movers.push(await salon.book({ scheduledStart: at('07:00'), staffId: staff.id }))
    }
    const [{ appointments }, target] = [
      salon.call(),
      { scheduledStart: at('15:00'), staffId: salon.staff.id },
    ]
    const moves = movers.map(({ id }) => appointments.update({ id, ...target }))
    expect(await outcomes([...moves, ...movers.map(() => salon.book(target))])).toEqual({
      OK: 1,
      BOOKING_CONFLICT: 23,
    })
    expect(await salon.listOverlaps()).toEqual([])
  })
})

describe('a time is taken', () => {
  it('with the buffers of both bookings, which may touch', async () => {
    const service = await salon.addService({ bufferBeforeMinutes: 10, bufferAfterMinutes: 20 })
    const booking = { serviceId: service.id }
    await salon.book({ ...booking, scheduledStart: at('09:00') })
    // 09:00 to 10:00 and 20 minutes, then 10 minutes before the next.
    const early = await outcomes([salon.book({ ...booking, scheduledStart: at('10:29') })])
    expect(early).toEqual({ BOOKING_CONFLICT: 1 })
    const touching = { ...booking, scheduledStart: at('10:30') }
    expect(await outcomes(crowd(GROUP, () => salon.book(touching)))).toEqual({
      OK: 1,
      BOOKING_CONFLICT: GROUP - 1,
    })
    expect(await salon.listOverlaps()).toEqual([])
  })

  it('with the buffers it had when it was booked', async () => {
    const service = await salon.addService({ bufferAfterMinutes: 30 })
    const booked = await salon.book({ serviceId: service.id, scheduledStart: at('09:00') })
    await salon.call().services.update({ id: service.id, bufferAfterMinutes: 0 })
    expect((await refusal(salon.book({ scheduledStart: at('10:15') }))).code).toBe('BOOKING_CONFLICT')
    const moved = await salon.call().appointments.update({ id: booked.id, scheduledStart: at('12:00') })
    expect(moved).toMatchObject({ scheduledEnd: at('13:00'), occupiedUntil: at('13:30') })
    await salon.book({ scheduledStart: at('10:15') })
  })

  it('no longer once it is cancelled, missed, deleted or moved away', async () => {
    const { appointments } = salon.call()
    const free = [
      (id: string) => appointments.update({ id, status: 'cancelled', cancellationReason: 'Ill' }),
      (id: string) => appointments.update({ id, status: 'no_show' }),
      (id: string) => appointments.delete({ id }),
      (id: string) => appointments.update({ id, scheduledStart: at('16:00') }),
    ]
    for (const release of free) {
      const { id } = await salon.book({ scheduledStart: at('09:00') })
      expect((await refusal(salon.book({ scheduledStart: at('09:00') }))).code).toBe('BOOKING_CONFLICT')
      await release(id)
    }
    await salon.book({ scheduledStart: at('09:00') })
    expect(await salon.listOverlaps()).toEqual([])
  })

  it('for others, but not for the appointment itself', async () => {
    const { id } = await salon.book({ scheduledStart: at('09:00') })
    const longer = await salon.call().appointments.update({ id, durationMinutes: 90 })
    expect(longer).toMatchObject({ scheduledEnd: at('10:30'), occupiedUntil: at('10:30') })
    const moved = await salon.call().appointments.update({ id, scheduledStart: at('09:15') })
    expect(moved).toMatchObject({ durationMinutes: 90, scheduledEnd: at('10:45') })
  })
})

describe('a conflict', () => {
  it('tells the next times at which the same can be booked', async () => {
    await salon.book({ scheduledStart: at('09:00') })
    const { details, message } = await refusal(salon.book({ scheduledStart: at('09:30') }))
    expect(message).toBe('This staff member has another appointment at that time.')
    const slots = details?.['slots'] as { start: string; end: string; staffId: string; resourceId: null }[]
    expect(slots).toHaveLength(5)
    expect(slots[0]).toEqual({
      ...{ start: at('10:00'), end: at('11:00'), staffId: salon.staff.id, resourceId: null },
    })
    await salon.book({ scheduledStart: slots[0]?.start ?? '' })
  })

  it('looks for times at which the resource is free, too, and as long as was asked for', async () => {
    const other = await salon.addStaff('Other')
    const resourceId = salon.table.id
    await salon.book({ scheduledStart: at('09:00'), resourceId })
    const booking = { staffId: other.id, resourceId, scheduledStart: at('09:00'), durationMinutes: 90 }
    const { details, message } = await refusal(salon.book(booking))
    expect(message).toBe('This table, van or room is taken at that time.')
    expect(details?.['slots']).toMatchObject([
      { start: at('10:00'), end: at('11:30'), staffId: other.id, resourceId },
      ...[{}, {}, {}, {}],
    ])
  })
})
