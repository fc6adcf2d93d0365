import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropWaiting,
  keepNewest,
  listNewestFirst,
  listUnknownRuns,
  noRuns,
  takeRunEvents,
  takeRuns,
  type LiveRuns,
} from './live-runs.ts'
import type { RunRow } from './run-list.ts'
import { createTenantSteps, type RunEvent } from './run.ts'
import { sampleRow } from './ui/testing/sample-row.ts'
import { createEvents } from './ui/testing/sample-run.ts'

const idOf = (index: number) => `0199c000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`

/** All events of a run that goes well, behind the one it was asked for with. */
function eventsOf(runId: string): RunEvent[] {
  const next = createEvents()
  const events = [
    next('run.started'),
    ...createTenantSteps.flatMap((name) => [
      next('step.started', name),
      next('step.succeeded', name, { durationMs: 3, message: `${name} done.` }),
    ]),
    next('run.succeeded'),
  ]
  return events.map((event) => ({ ...event, runId }))
}

/** The run as the server would answer it once `count` of its events are stored. */
function stored(runId: string, count: number): RunRow {
  const known = takeRuns(noRuns, [sampleRow({ id: runId })])
  const { log: _, ...row } = takeRunEvents(known, eventsOf(runId).slice(0, count)).runs.get(runId) ?? {}
  return { ...sampleRow(), ...row }
}

const states = ({ runs }: LiveRuns) =>
  [...runs.values()].map(({ id, state, lastSeq, percent, steps, durationMs }) => ({
    id,
    state,
    lastSeq,
    percent,
    steps,
    durationMs,
  }))

describe('takeRunEvents', () => {
  it('applies each event once, in order, and leaves what it has already', () => {
    const id = idOf(1)
    const events = eventsOf(id)
    const known = takeRuns(noRuns, [sampleRow({ id })])
    const once = takeRunEvents(known, events)
    const twice = events.reduce((runs, event) => takeRunEvents(runs, [event, event]), known)
    expect(states(once)).toMatchObject([{ state: 'succeeded', percent: 100, lastSeq: events.length + 1 }])
    expect(states(twice)).toEqual(states(once))
    expect(twice.runs.get(id)?.log).toEqual(once.runs.get(id)?.log)
  })

  it('keeps what speaks of a run that is not known until it is, and then applies what is newer', () => {
    const id = idOf(2)
    const events = eventsOf(id)
    const early = takeRunEvents(noRuns, events.slice(0, 6))
    expect(early.runs.size).toBe(0)
    expect(listUnknownRuns(early)).toEqual([id])
    const known = takeRuns(early, [stored(id, 4)])
    expect(listUnknownRuns(known)).toEqual([])
    expect(states(known)).toEqual([{ ...states(takeRuns(noRuns, [stored(id, 6)]))[0] }])
  })

  it('does not jump over a gap: it asks for the run, and goes on from there', () => {
    const id = idOf(3)
    const events = eventsOf(id)
    const known = takeRuns(noRuns, [sampleRow({ id })])
    const gap = takeRunEvents(known, [...events.slice(0, 2), ...events.slice(5, 7)])
    expect(gap.runs.get(id)?.lastSeq).toBe(events[1]?.seq)
    expect(listUnknownRuns(gap)).toEqual([id])
    const mended = takeRuns(gap, [stored(id, 6)])
    expect(mended.runs.get(id)?.lastSeq).toBe(events[6]?.seq)
  })

  it('stays what it was for an answer that is older than what came live', () => {
    const id = idOf(4)
    const known = takeRuns(noRuns, [stored(id, 12)])
    expect(states(takeRuns(known, [stored(id, 3)]))).toEqual(states(known))
  })

  it('ends where the server is, whatever is lost, doubled or late on the way', () => {
    const runs = [idOf(1), idOf(2), idOf(3)]
    const delivery = fc.record({
      run: fc.nat(2),
      kind: fc.constantFrom('next', 'next', 'next', 'again', 'lost', 'asked', 'read'),
    })
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 120 }), (deliveries) => {
        const sent = runs.map(() => 0)
        let known = noRuns
        for (const { run: index, kind } of deliveries) {
          const id = runs[index] ?? ''
          const events = eventsOf(id)
          const at = sent[index] ?? 0
          if (kind === 'read') known = takeRuns(known, [stored(id, at)])
          else if (kind === 'asked') known = takeRuns(known, [stored(id, Math.max(0, at - 2))])
          else if (kind === 'again') known = takeRunEvents(known, events.slice(Math.max(0, at - 3), at))
          else {
            if (kind === 'next') known = takeRunEvents(known, events.slice(at, at + 2))
            sent[index] = Math.min(events.length, at + 2)
          }
        }
        // What a page does: it asks for what it knows too little of, and after a lost connection for all.
        const end = takeRuns(
          known,
          runs.map((id, index) => stored(id, sent[index] ?? 0)),
        )
        const truth = takeRuns(
          noRuns,
          runs.map((id, index) => stored(id, sent[index] ?? 0)),
        )
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect(states(end).toSorted(byId)).toEqual(states(truth).toSorted(byId))
        expect(listUnknownRuns(end)).toEqual([])
      }),
    )
  })
})

describe('what is kept', () => {
  it('is bounded: the oldest that are over go first, and never what is shown or under way', () => {
    const rows = [1, 2, 3, 4, 5].map((index) =>
      sampleRow({ id: idOf(index), state: index === 2 ? 'running' : 'succeeded' }),
    )
    const kept = keepNewest(takeRuns(noRuns, rows), 3, new Set([idOf(1)]))
    expect(listNewestFirst(kept).map(({ id }) => id)).toEqual([idOf(5), idOf(2), idOf(1)])
  })

  it('does not wait for ever for a run that nobody answers', () => {
    const early = takeRunEvents(noRuns, eventsOf(idOf(9)).slice(0, 1))
    expect(listUnknownRuns(dropWaiting(early, [idOf(9)]))).toEqual([])
  })
})
