import { expect, it } from 'vitest'
import { calm, movesNumbers, takeOpenRuns, takePulse } from './fleet-pulse.ts'

const event = (runId: string, type: Parameters<typeof takePulse>[1][number]['type']) => ({ runId, type })

it('counts runs that begin and end, each once', () => {
  const begun = takePulse(calm, [
    event('a', 'run.queued'),
    event('a', 'run.started'),
    event('b', 'run.queued'),
  ])
  expect(begun.open.size).toBe(2)
  const ended = takePulse(begun, [
    event('a', 'run.succeeded'),
    event('a', 'run.succeeded'),
    event('b', 'step.failed'),
    event('b', 'run.failed'),
  ])
  expect(ended).toEqual({ open: new Set(), succeeded: 1, failed: 1 })
})

it('knows what is open anew after a lost connection, and forgets nothing that has ended', () => {
  const before = takePulse(calm, [
    event('a', 'run.queued'),
    event('a', 'run.succeeded'),
    event('b', 'run.queued'),
  ])
  expect(takeOpenRuns(before, [{ id: 'c' }])).toEqual({ open: new Set(['c']), succeeded: 1, failed: 0 })
})

it('asks for other numbers when something begins or ends, and not for each step', () => {
  expect(movesNumbers([event('a', 'step.started'), event('a', 'step.succeeded')])).toBe(false)
  expect(movesNumbers([event('a', 'step.started'), event('a', 'run.succeeded')])).toBe(true)
})
