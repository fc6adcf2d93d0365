import { describe, expect, it } from 'vitest'
import { createEvents } from '../testing/sample-run.ts'
import { completeUpTo, linesByStep, mergeEvents } from './run-log.ts'

const next = createEvents()
const events = [
  next('run.started'),
  next('step.started', 'seed'),
  next('step.progressed', 'seed', { message: 'One row.' }),
  next('run.retrying', null, { attempt: 2 }),
  next('step.started', 'seed'),
  next('step.succeeded', 'seed', { message: 'Two rows.' }),
].map((event, index) => ({ ...event, seq: index + 1 }))

describe('the log of a run', () => {
  it('has each event once and in order, however they come', () => {
    expect(mergeEvents(events.slice(0, 2), events.slice(2, 4))).toEqual(events.slice(0, 4))
    expect(mergeEvents(events.slice(3), [...events.slice(0, 2), ...events.slice(2, 5)])).toEqual(events)
    expect(mergeEvents(events, events.slice(1, 3))).toEqual(events)
  })

  it('knows up to where it is whole', () => {
    expect(completeUpTo([])).toBe(0)
    expect(completeUpTo(events.slice(1))).toBe(0)
    expect(completeUpTo([...events.slice(0, 2), ...events.slice(4)])).toBe(2)
    expect(completeUpTo(events)).toBe(6)
  })

  it('tells of the last attempt alone what the steps have said', () => {
    expect(linesByStep(events)).toEqual({ seed: ['Two rows.'] })
    expect(linesByStep(events.slice(0, 3))).toEqual({ seed: ['One row.'] })
  })
})
