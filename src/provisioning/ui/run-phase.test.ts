import { describe, expect, it } from 'vitest'
import { describeEstimate } from './run-estimate.ts'
import { isSettled, phaseOf, totalMs } from './run-phase.ts'
import { sampleRun } from './testing/sample-run.ts'

describe('phaseOf', () => {
  it.each([
    { run: { state: 'pending' }, phase: 'waiting' },
    { run: { state: 'pending', retryDelayMs: 200 }, phase: 'retrying' },
    { run: { state: 'running' }, phase: 'building' },
    { run: { state: 'compensating' }, phase: 'undoing' },
    { run: { state: 'succeeded' }, tenant: 'trial', phase: 'ready' },
    { run: { state: 'failed' }, tenant: 'failed', phase: 'failed' },
    { run: { state: 'compensated', cancelled: true }, tenant: 'failed', phase: 'cancelled' },
    { run: { state: 'compensated' }, tenant: 'deleted', phase: 'cancelled' },
    { run: { state: 'compensated' }, tenant: 'cancelled', phase: 'cancelled' },
    { run: { state: 'compensated' }, tenant: 'failed', phase: 'rolled-back' },
  ] as const)('$run of a tenant that is $tenant: $phase', ({ run, phase, ...rest }) => {
    expect(phaseOf({ ...sampleRun(), ...run }, 'tenant' in rest ? rest.tenant : undefined)).toBe(phase)
  })

  it('only ends settle', () => {
    expect(isSettled('retrying')).toBe(false)
    expect(isSettled('undoing')).toBe(false)
    expect(isSettled('rolled-back')).toBe(true)
  })
})

it('totalMs is the time of the attempt, unknown before its end', () => {
  const startedAt = '2026-03-01T08:00:00.100Z'
  expect(totalMs(sampleRun({ startedAt }))).toBeUndefined()
  expect(totalMs(sampleRun({ startedAt, finishedAt: '2026-03-01T08:00:00.512Z' }))).toBe(412)
})

describe('describeEstimate', () => {
  it('says nothing without past runs or after the end', () => {
    expect(describeEstimate({ expectedMs: null, elapsed: 0, phase: 'building' })).toBe('')
    expect(describeEstimate({ expectedMs: 400, elapsed: 0, phase: 'ready' })).toBe('')
  })

  it('counts down only where seconds are left, and admits when it takes long', () => {
    expect(describeEstimate({ expectedMs: 400, elapsed: 100, phase: 'building' })).toBe(
      'Usually takes 400 ms',
    )
    expect(describeEstimate({ expectedMs: 5_000, elapsed: 1_000, phase: 'building' })).toBe(
      'About 4.0 s to go',
    )
    expect(describeEstimate({ expectedMs: 400, elapsed: 2_500, phase: 'building' })).toBe(
      'Longer than usual, which is 400 ms',
    )
  })
})
