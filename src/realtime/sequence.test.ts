import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from './protocol.ts'
import { acceptEvents, eventsFollowing, resumeNumber, startPositions } from './sequence.ts'
import { FLEET, runTopic } from './topic.ts'

const RUN = runTopic('018f0000-0000-7000-8000-000000000001')
const OTHER = runTopic('018f0000-0000-7000-8000-000000000002')

const list = (...seqs: number[]): StoredEvent[] => seqs.map((seq) => ({ tenantId: 't', seq, at: '' }))

describe('acceptEvents', () => {
  it('takes the next events of a run and drops those it has', () => {
    const accepted = acceptEvents(startPositions(RUN, 4), { stream: RUN, events: list(3, 4, 5, 6) })
    expect(accepted).toMatchObject({ events: list(5, 6), gap: false })
    expect(resumeNumber(RUN, accepted.positions)).toBe(6)
  })

  it('reports a gap and stays before it', () => {
    const accepted = acceptEvents(startPositions(RUN, 4), { stream: RUN, events: list(5, 7) })
    expect(accepted).toMatchObject({ events: list(5), gap: true })
    expect(resumeNumber(RUN, accepted.positions)).toBe(5)
  })

  it('lets each stream of a feed begin anywhere, then counts it', () => {
    const first = acceptEvents(startPositions(FLEET, 0), { stream: RUN, events: list(7) })
    expect(first).toMatchObject({ events: list(7), gap: false })
    expect(acceptEvents(first.positions, { stream: OTHER, events: list(1) }).events).toEqual(list(1))
    expect(acceptEvents(first.positions, { stream: RUN, events: list(7) }).events).toEqual([])
    expect(acceptEvents(first.positions, { stream: RUN, events: list(9) }).gap).toBe(true)
  })

  it('leaves everything as it is without events', () => {
    const start = startPositions(RUN, 4)
    expect(acceptEvents(start, { stream: RUN, events: [] })).toEqual({
      events: [],
      gap: false,
      positions: start,
    })
  })

  it('cannot resume a feed by number', () => {
    expect(resumeNumber(FLEET, startPositions(FLEET, 0))).toBeUndefined()
    expect(resumeNumber(RUN, startPositions(RUN, 0))).toBe(0)
  })
})

describe('eventsFollowing', () => {
  it('drops what is known and stops before a gap', () => {
    expect(eventsFollowing(list(3, 4, 5, 7), 4)).toEqual({ events: list(5), lastSeq: 5, gap: true })
    expect(eventsFollowing(list(3, 4, 5), 4)).toEqual({ events: list(5), lastSeq: 5, gap: false })
    expect(eventsFollowing([], 4)).toEqual({ events: [], lastSeq: 4, gap: false })
  })

  it('yields consecutive numbers whatever arrives', () => {
    const arriving = fc.array(fc.integer({ min: 1, max: 12 })).map((seqs) => list(...seqs))
    fc.assert(
      fc.property(arriving, fc.integer({ min: 0, max: 6 }), (events, lastSeq) => {
        const following = eventsFollowing(events, lastSeq)
        expect(following.events.map(({ seq }) => seq)).toEqual(
          following.events.map((_, index) => lastSeq + 1 + index),
        )
        expect(following.lastSeq).toBe(lastSeq + following.events.length)
      }),
    )
  })
})
