import { describe, expect, it } from 'vitest'
import { describeTab, sentencesBetween } from './run-sentences.ts'
import { createEvents, sampleRun } from './testing/sample-run.ts'
import { applyWatchedEvent, type WatchedRun } from '../watched-run.ts'

describe('sentencesBetween', () => {
  it('says one sentence for each step that ended, however many came at once', () => {
    const next = createEvents()
    const events = [
      next('run.started'),
      next('step.started', 'reserve'),
      next('step.succeeded', 'reserve'),
      next('step.succeeded', 'create-role'),
    ]
    const after = events.reduce<WatchedRun>(applyWatchedEvent, sampleRun())
    expect(sentencesBetween(sampleRun(), after)).toEqual([
      'Your address, reserved: done.',
      'A database role of its own: done.',
    ])
    expect(sentencesBetween(after, after)).toEqual([])
  })

  it('says how it ended', () => {
    const before = sampleRun({ state: 'running', startedAt: '2026-03-01T08:00:00.000Z' })
    const ready = { ...before, state: 'succeeded' as const, finishedAt: '2026-03-01T08:00:00.187Z' }
    expect(sentencesBetween(before, ready)).toEqual(['Your workspace is ready in 187 ms.'])
    expect(sentencesBetween(before, { ...before, state: 'failed' })).toEqual([
      'It could not be built. Nothing is left behind. You can try again.',
    ])
    expect(sentencesBetween(before, { ...before, state: 'pending', attempt: 2, retryDelayMs: 200 })).toEqual([
      'Trying again, attempt 2.',
    ])
  })
})

it('describeTab shows progress first, since tabs are narrow', () => {
  expect(describeTab(sampleRun({ state: 'running', percent: 62 }), 'Quay Dogs')).toBe('62 % Quay Dogs')
  expect(describeTab(sampleRun({ state: 'succeeded' }), 'Quay Dogs')).toBe('Ready: Quay Dogs')
  expect(describeTab(sampleRun({ state: 'compensated' }), 'Quay Dogs', 'deleted')).toBe(
    'Cancelled: Quay Dogs',
  )
})
