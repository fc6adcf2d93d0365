import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { createSalon, nextYear, type Salon } from '../testing/salon.ts'

const current = useTestDatabase()
let salon: Salon
let minute = 0

beforeAll(async () => {
  salon = await createSalon(current(), 'moves')
})

/** What may follow what, written down a second time. */
const allowed = {
  scheduled: ['confirmed', 'in_progress', 'cancelled', 'no_show'],
  confirmed: ['in_progress', 'cancelled', 'no_show'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  no_show: [],
} as const
type Status = keyof typeof allowed
const statuses = Object.keys(allowed) as Status[]

/** A new appointment at a time of its own. */
async function addAppointment(status: 'scheduled' | 'confirmed') {
  minute += 1
  const scheduledStart = new Date(Date.parse(nextYear('00:00', '01-01')) + minute * 120_000).toISOString()
  return salon.book({ scheduledStart, durationMinutes: 1, status })
}

async function move(id: string, status: Status): Promise<string> {
  const change = { id, status, cancellationReason: 'Called off' }
  return salon
    .call()
    .appointments.update(change)
    .then(
      () => 'OK',
      (error: unknown) => formatCallError(error).error.code,
    )
}

it(
  'goes every way that is allowed, refuses every other, and stays where it was then',
  { timeout: 120_000 },
  async () => {
    const begins = fc.constantFrom('scheduled' as const, 'confirmed' as const)
    const ways = fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(begins, ways, async (begin, way) => {
        const { id } = await addAppointment(begin)
        let status: Status = begin
        for (const next of way) {
          const isAllowed = next === status || (allowed[status] as readonly Status[]).includes(next)
          expect([status, next, await move(id, next)]).toEqual([
            status,
            next,
            isAllowed ? 'OK' : 'INVALID_TRANSITION',
          ])
          if (isAllowed) status = next
          expect((await salon.call().appointments.get({ id })).status).toBe(status)
        }
      }),
      { numRuns: 12 },
    )
  },
)

it.each(statuses.filter((status) => status !== 'scheduled' && status !== 'confirmed'))(
  'never begins as %s',
  async (status) => {
    const attempt = salon.book({ status, cancellationReason: 'Called off' })
    const code = await attempt.then(
      () => 'OK',
      (error: unknown) => formatCallError(error).error.code,
    )
    expect(code).toBe('VALIDATION_FAILED')
  },
)

it('tells when somebody really came and left', async () => {
  const { appointments } = salon.call()
  const { id, actualStart } = await addAppointment('confirmed')
  expect(actualStart).toBeNull()
  const started = await appointments.update({ id, status: 'in_progress' })
  expect(started).toMatchObject({ actualStart: expect.any(String), actualEnd: null })
  const ended = await appointments.update({ id, status: 'completed' })
  expect(ended.actualStart).toBe(started.actualStart)
  expect((ended.actualEnd ?? '') >= (ended.actualStart ?? 'none')).toBe(true)
})
