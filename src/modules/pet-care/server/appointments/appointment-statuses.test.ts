import fc from 'fast-check'
import { expect, it } from 'vitest'
import { requireTransitions } from '#src/resources/server/status-rules.ts'
import { appointments } from '../../resources/appointments.ts'

/** What may follow what, written down a second time. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  scheduled: ['confirmed', 'in_progress', 'cancelled', 'no_show'],
  confirmed: ['in_progress', 'cancelled', 'no_show'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  no_show: [],
}

function isRefused(from: string, to: string): boolean {
  try {
    requireTransitions(appointments, { status: from }, { status: to })
    return false
  } catch {
    return true
  }
}

it('knows each status', () => {
  const known = appointments.fields.status.options.map(({ value }) => value)
  expect(known.toSorted()).toEqual(Object.keys(allowed).toSorted())
})

it('moves along any way that is allowed, and along no other', () => {
  const ways = fc.array(fc.constantFrom(...Object.keys(allowed)), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom('scheduled', 'confirmed'), ways, (begin, way) => {
      let status: string = begin
      for (const next of way) {
        const isAllowed = allowed[status]?.includes(next) ?? false
        if (next !== status)
          expect([status, next, isRefused(status, next)]).toEqual([status, next, !isAllowed])
        if (isAllowed) status = next
      }
    }),
    { numRuns: 500 },
  )
})
