import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { addDays } from '../../stay.ts'
import { createCottage, type Cottage } from '../testing/cottage.ts'

const current = useTestDatabase()
const CROWD = 200
/** Enough where it is not the number that counts. */
const FEW = 40
let cottage: Cottage
let month = 0

beforeAll(async () => {
  cottage = await createCottage(current(), 'twice')
})

/** Each test has a month of its own: the nights from one day of it to another. */
function nights(from: number, to: number): { checkIn: string; checkOut: string } {
  const first = `2031-${String(month).padStart(2, '0')}-01`
  return { checkIn: addDays(first, from - 1), checkOut: addDays(first, to - 1) }
}

function nextMonth(): void {
  month += 1
}

/** Tries again while the database is too busy to answer, as the answer says one may. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (formatCallError(error).error.code !== 'DEPENDENCY_UNAVAILABLE') throw error
    return patiently(attempt)
  }
}

/** How often each code came back, `OK` for success. */
async function outcomes(attempts: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const outcome of await Promise.allSettled(attempts)) {
    const code = outcome.status === 'fulfilled' ? 'OK' : formatCallError(outcome.reason).error.code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

const crowd = <T>(length: number, attempt: (index: number) => Promise<T>) =>
  Array.from({ length }, (_, index) => patiently(() => attempt(index)))

describe('of many who want the same nights at once, one gets them', () => {
  it('when all ask for the same', { timeout: 120_000 }, async () => {
    nextMonth()
    expect(await outcomes(crowd(CROWD, () => cottage.book(nights(3, 6))))).toEqual({
      OK: 1,
      BOOKING_CONFLICT: CROWD - 1,
    })
    expect(await cottage.listOverlaps()).toEqual([])
  })

  it('when each asks for nights that share one with the others', async () => {
    nextMonth()
    const answers = await outcomes(
      crowd(FEW, (index) => cottage.book(nights(10 - (index % 5), 11 + (index % 7)))),
    )
    expect(answers).toEqual({ OK: 1, BOOKING_CONFLICT: FEW - 1 })
    expect(await cottage.listOverlaps()).toEqual([])
  })

  it('also of bookings that are moved there, from other nights and another property', async () => {
    nextMonth()
    const other = await cottage.addProperty('Other')
    const movers = []
    for (let day = 1; day <= 10; day += 1) {
      movers.push(await cottage.book(nights(day, day + 1)))
      movers.push(await cottage.book({ ...nights(day, day + 1), propertyId: other.id }))
    }
    const { bookings } = cottage.call()
    const wanted = { ...nights(20, 25), propertyId: cottage.property.id }
    const moves = movers.map(({ id }) => bookings.update({ id, ...wanted }))
    expect(await outcomes([...moves, ...movers.map(() => cottage.book(wanted))])).toEqual({
      OK: 1,
      BOOKING_CONFLICT: 39,
    })
    expect(await cottage.listOverlaps()).toEqual([])
  })

  it('and nobody waits for ever when two change places', async () => {
    nextMonth()
    const other = await cottage.addProperty('Opposite')
    const here = { ...nights(1, 5), propertyId: cottage.property.id }
    const there = { ...here, propertyId: other.id }
    const [left, right] = [await cottage.book(here), await cottage.book(there)]
    const { bookings } = cottage.call()
    const swaps = Array.from({ length: 20 }, (_, index) =>
      bookings.update(index % 2 === 0 ? { id: left.id, ...there } : { id: right.id, ...here }),
    )
    expect(await outcomes(swaps)).toEqual({ BOOKING_CONFLICT: 20 })
  })
})

describe('nights are free', () => {
  it('from the day of departure on, and up to the day of arrival', async () => {
    nextMonth()
    await cottage.book(nights(10, 12))
    for (const wanted of [nights(12, 15), nights(8, 10)])
      expect(await outcomes(crowd(FEW, () => cottage.book(wanted)))).toEqual({
        OK: 1,
        BOOKING_CONFLICT: FEW - 1,
      })
    expect(await cottage.listOverlaps()).toEqual([])
  })

  it('again when their booking is cancelled, deleted, shortened or moved away', async () => {
    nextMonth()
    const { bookings } = cottage.call()
    const other = await cottage.addProperty('Elsewhere')
    const leave = [
      (id: string) => bookings.update({ id, status: 'cancelled' }),
      (id: string) => bookings.delete({ id }),
      (id: string) => bookings.update({ id, checkOut: nights(3, 5).checkOut }),
      (id: string) => bookings.update({ id, propertyId: other.id }),
      (id: string) => bookings.update({ id, ...nights(20, 25) }),
    ]
    for (const free of leave) {
      const { id } = await cottage.book(nights(3, 8))
      expect((await refusal(cottage.book(nights(5, 9)))).code).toBe('BOOKING_CONFLICT')
      await free(id)
      const next = await cottage.book(nights(5, 9))
      await bookings.delete({ id: next.id })
      if (free === leave[2]) await bookings.delete({ id })
    }
    expect(await cottage.listOverlaps()).toEqual([])
  })

  it('for a booking itself, which may grow, but not over its neighbour', async () => {
    nextMonth()
    const { bookings } = cottage.call()
    const { id } = await cottage.book(nights(3, 6))
    await cottage.book(nights(8, 10))
    expect(await bookings.update({ id, checkOut: nights(3, 8).checkOut })).toMatchObject({ nights: 5 })
    const grown = bookings.update({ id, checkOut: nights(3, 9).checkOut })
    expect((await refusal(grown)).code).toBe('BOOKING_CONFLICT')
  })

  it('in every other property', async () => {
    nextMonth()
    const other = await cottage.addProperty('Next door')
    await cottage.book(nights(1, 28))
    await cottage.book({ ...nights(1, 28), propertyId: other.id })
  })
})

describe('a conflict', () => {
  it('names the nights that are taken and the next ones that are free for as long', async () => {
    nextMonth()
    const { bookings } = cottage.call()
    await cottage.book(nights(3, 6))
    await cottage.book(nights(8, 10))
    await cottage.book(nights(13, 15))
    await bookings.update({ id: (await cottage.book(nights(10, 13))).id, status: 'cancelled' })
    const { details, message } = await refusal(cottage.book(nights(5, 8)))
    expect(details).toMatchObject({ nights: [nights(5, 6).checkIn], next: nights(10, 13) })
    expect(message).toMatch(
      /^The night of 5 \w+ 2031 is taken\. Free for as long: 10 \w+ 2031 to 13 \w+ 2031\.$/,
    )
    // What is proposed can be booked.
    await cottage.book(nights(10, 13))
    const later = await refusal(cottage.book(nights(5, 14)))
    expect(later.details?.['nights']).toEqual(
      [5, 8, 9, 10, 11, 12, 13].map((day) => nights(day, day + 1).checkIn),
    )
    expect(later.details).toMatchObject({ next: nights(15, 24) })
  })

  it('of a booking that moves does not count its own nights', async () => {
    nextMonth()
    await cottage.book(nights(8, 10))
    const { id } = await cottage.book(nights(10, 13))
    const { details } = await refusal(cottage.call().bookings.update({ id, ...nights(9, 12) }))
    expect(details).toMatchObject({ nights: [nights(9, 10).checkIn], next: nights(10, 13) })
  })

  it('stays one for a program that repeats its request, until the nights are free', async () => {
    nextMonth()
    const { id } = await cottage.book(nights(3, 6))
    const person = { userId: newId(), idempotencyKey: 'one-stay' }
    const again = () => cottage.book(nights(4, 5), person)
    expect((await refusal(again())).code).toBe('BOOKING_CONFLICT')
    expect((await refusal(again())).code).toBe('BOOKING_CONFLICT')
    await cottage.call().bookings.delete({ id })
    expect((await again()).id).toBe((await again()).id)
    const other = cottage.book(nights(8, 9), person)
    expect((await refusal(other)).code).toBe('IDEMPOTENCY_MISMATCH')
  })
})
