import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFreeSlots, type Candidate } from './free-slots.ts'
import { listWorkingSpans } from './working-spans.ts'

const day = Date.parse('2026-06-01T00:00:00Z')
const at = (hours: number, minutes = 0) => day + (hours * 60 + minutes) * 60_000
const range = { from: at(0), until: at(24) }
const plain = { durationMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }

function starts(candidate: Partial<Candidate>, length = plain, within = range): string[] {
  const sam = { staffId: 'sam', working: [{ from: at(9), until: at(12) }], busy: [], ...candidate }
  return findFreeSlots([sam], { length, range: within, limit: 100 }).map(({ from }) =>
    new Date(from).toISOString().slice(11, 16),
  )
}

describe('free slots', () => {
  it('fill the working hours, the last one ending with them', () => {
    expect(starts({})).toEqual([
      ...['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00'],
    ])
  })

  it('touch other bookings but never overlap them', () => {
    expect(starts({ busy: [{ from: at(10), until: at(11) }] })).toEqual(['09:00', '11:00'])
  })

  it('keep both buffers free, which may reach beyond working hours', () => {
    const length = { durationMinutes: 45, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }
    const busy = [{ from: at(10, 15), until: at(10, 30) }]
    expect(starts({ busy }, length)).toEqual(['09:00', '10:45', '11:00', '11:15'])
  })

  it('begin within what was asked for', () => {
    expect(starts({}, plain, { from: at(9, 20), until: at(10, 15) })).toEqual(['09:30', '09:45', '10:00'])
  })

  it('come in the order of time, then of the people asked about, and no more than wanted', () => {
    const working = [{ from: at(9), until: at(11) }]
    const people = ['sam', 'kim'].map((staffId) => ({ staffId, working, busy: [] }))
    const slots = findFreeSlots(people, { length: plain, range, limit: 3 })
    expect(slots.map(({ staffId, from }) => [staffId, from])).toEqual([
      ['sam', at(9)],
      ['kim', at(9)],
      ['sam', at(9, 15)],
    ])
  })

  it('are both there in the hour that comes twice, and none in the one that is left out', () => {
    const hours = { sunday: [{ from: '02:00', to: '03:00' }] }
    const asked = (from: string) => {
      const within = { from: Date.parse(from), until: Date.parse(from) + 86_400_000 }
      const working = listWorkingSpans(hours, { range: within, timeZone: 'Europe/Berlin' })
      return starts({ working }, { ...plain, durationMinutes: 30 }, within)
    }
    expect(asked('2026-03-29T00:00:00Z')).toEqual([])
    expect(asked('2026-10-24T22:00:00Z')).toEqual([
      ...['00:00', '00:15', '00:30', '00:45', '01:00', '01:15', '01:30'],
    ])
  })

  it('are exactly those that a search of every quarter finds', () => {
    const quarter = 15 * 60_000
    const spans = fc
      .array(fc.record({ from: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 12 }) }))
      .map((list) =>
        list.map(({ from, length }) => ({ from: at(0, from * 15), until: at(0, (from + length) * 15) })),
      )
    const minutes = fc.integer({ min: 0, max: 50 })
    const lengths = fc.record({
      durationMinutes: fc.integer({ min: 1, max: 200 }),
      bufferBeforeMinutes: minutes,
      bufferAfterMinutes: minutes,
    })
    fc.assert(
      fc.property(spans, lengths, (busy, length) => {
        const working = [{ from: at(8), until: at(20) }]
        const [duration, before] = [length.durationMinutes, length.bufferBeforeMinutes]
        const after = length.bufferAfterMinutes
        const found = findFreeSlots([{ staffId: 'sam', working, busy }], { length, range, limit: 100 })
        const expected = []
        for (let from = at(8); from + duration * 60_000 <= at(20); from += quarter) {
          const [first, last] = [from - before * 60_000, from + (duration + after) * 60_000]
          if (busy.every((taken) => taken.until <= first || taken.from >= last)) expected.push(from)
        }
        expect(found.map(({ from }) => from)).toEqual(expected)
      }),
    )
  })
})
