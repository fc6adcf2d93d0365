import { describe, expect, it } from 'vitest'
import { createEvents, sampleRun } from './ui/testing/sample-run.ts'
import { applyWatchedEvent, countTables, newerRun, type WatchedRun } from './watched-run.ts'

type Next = ReturnType<typeof createEvents>

function play(build: (next: Next) => ReturnType<Next>[]): { states: WatchedRun[]; last: WatchedRun } {
  let last: WatchedRun = sampleRun()
  const states = [last]
  for (const event of build(createEvents())) {
    last = applyWatchedEvent(last, event)
    states.push(last)
  }
  return { states, last }
}

describe('applyWatchedEvent', () => {
  it('counts tables up and keeps every sentence of a step', () => {
    const { last } = play((next) => [
      next('run.started'),
      next('step.started', 'migrate'),
      next('step.progressed', 'migrate', { message: 'first', tables: 3 }),
      next('step.progressed', 'migrate', { message: 'second', tables: 5 }),
      next('step.succeeded', 'migrate', { message: 'all', durationMs: 20 }),
    ])
    expect(last.tables).toBe(5)
    expect(last.log).toEqual({ migrate: ['first', 'second', 'all'] })
  })

  it('never lets the percent fall within an attempt, whatever is taken back', () => {
    const { states } = play((next) => [
      next('run.started'),
      next('step.succeeded', 'reserve'),
      next('step.succeeded', 'create-role'),
      next('step.failed', 'create-schema', { message: 'no' }),
      next('run.compensating'),
      next('step.compensated', 'create-role'),
      next('step.compensated', 'reserve'),
      next('run.failed', null, {
        error: { code: 'PROVISIONING_FAILED', message: 'no', step: 'create-schema' },
      }),
    ])
    const percents = states.map((state) => state.percent)
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
    expect(Math.max(...percents)).toBe(22)
  })

  it('begins anew with another attempt and knows how long the wait is', () => {
    const { states, last } = play((next) => [
      next('run.started'),
      next('step.progressed', 'migrate', { message: 'first', tables: 3 }),
      next('run.retrying', null, { attempt: 2, delayMs: 1_000 }),
      next('run.started', null, { attempt: 2 }),
    ])
    const waiting = states.at(-2)
    expect(waiting).toMatchObject({ state: 'pending', attempt: 2, retryDelayMs: 1_000, percent: 0 })
    expect(waiting?.tables).toBeUndefined()
    expect(last.retryDelayMs).toBeUndefined()
  })

  it('tells a cancelled run from one that was taken back', () => {
    expect(play((next) => [next('run.cancelled')]).last.cancelled).toBe(true)
    expect(play((next) => [next('run.compensated')]).last.cancelled).toBeUndefined()
  })

  it('changes nothing for an event it has seen', () => {
    const next = createEvents()
    const event = next('run.started')
    const once = applyWatchedEvent(sampleRun(), event)
    expect(applyWatchedEvent(once, event)).toBe(once)
  })
})

describe('countTables', () => {
  const made = (message: string, state: 'succeeded' | 'compensated' = 'succeeded') =>
    sampleRun({
      steps: sampleRun().steps.map((step) => (step.name === 'migrate' ? { ...step, message, state } : step)),
    })

  it('reads the step’s sentence when nobody saw them counted', () => {
    expect(countTables(made('5 tables from 2 migrations.'))).toBe(5)
    expect(countTables(made('1 table from 1 migration.'))).toBe(1)
  })

  it('is silent about sentences of another kind, and says none after they were taken back', () => {
    expect(countTables(made('Applied.'))).toBeUndefined()
    expect(countTables(made('5 tables from 2 migrations.', 'compensated'))).toBe(0)
  })
})

it('newerRun keeps the one with more events, and the first of two equals', () => {
  const old = sampleRun({ lastSeq: 3 })
  const young = sampleRun({ lastSeq: 4 })
  expect(newerRun(old, young)).toBe(young)
  expect(newerRun(young, old)).toBe(young)
  const twin = sampleRun({ lastSeq: 3 })
  expect(newerRun(old, twin)).toBe(old)
  expect(newerRun(undefined, twin)).toBe(twin)
})
