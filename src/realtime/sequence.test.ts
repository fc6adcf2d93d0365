import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptEvent, eventsFollowing, resumeNumber, startPositions } from './sequence.ts'
import { FLEET, runTopic } from './topic.ts'

const RUN = runTopic('018f0000-0000-7000-8000-000000000001')
const OTHER = runTopic('018f0000-0000-7000-8000-000000000002')

describe('acceptEvent', () => {
  it('takes the next event of a run and refuses those it has', () => {
    const start = startPositions(RUN, 4)
    expect(acceptEvent(start, { stream: RUN, seq: 4 })).toEqual({ arrival: 'duplicate', positions: start })
    const next = acceptEvent(start, { stream: RUN, seq: 5 })
    expect(next.arrival).toBe('next')
    expect(resumeNumber(RUN, next.positions)).toBe(5)
  })

  it('reports a gap and stays where it was', () => {
    const start = startPositions(RUN, 4)
    expect(acceptEvent(start, { stream: RUN, seq: 6 })).toEqual({ arrival: 'gap', positions: start })
  })

  it('lets each stream of a feed begin anywhere, then counts it', () => {
    const first = acceptEvent(startPositions(FLEET, 0), { stream: RUN, seq: 7 })
    expect(first.arrival).toBe('next')
    expect(acceptEvent(first.positions, { stream: OTHER, seq: 1 }).arrival).toBe('next')
    expect(acceptEvent(first.positions, { stream: RUN, seq: 7 }).arrival).toBe('duplicate')
    expect(acceptEvent(first.positions, { stream: RUN, seq: 9 }).arrival).toBe('gap')
  })

  it('cannot resume a feed by number', () => {
    expect(resumeNumber(FLEET, startPositions(FLEET, 0))).toBeUndefined()
    expect(resumeNumber(RUN, startPositions(RUN, 0))).toBe(0)
  })
})

describe('eventsFollowing', () => {
  it('drops what is known and stops before a gap', () => {
    const events = [3, 4, 5, 7].map((seq) => ({ seq }))
    expect(eventsFollowing(events, 4)).toEqual({ events: [{ seq: 5 }], lastSeq: 5, gap: true })
    expect(eventsFollowing(events.slice(0, 3), 4)).toEqual({ events: [{ seq: 5 }], lastSeq: 5, gap: false })
    expect(eventsFollowing([], 4)).toEqual({ events: [], lastSeq: 4, gap: false })
  })

  it('yields consecutive numbers whatever arrives', () => {
    const arriving = fc.array(fc.integer({ min: 1, max: 12 }).map((seq) => ({ seq })))
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
