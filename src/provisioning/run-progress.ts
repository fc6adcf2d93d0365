import type { RunEvent, RunSnapshot, RunState, RunStep } from './run.ts'

/** Finished share of a run in whole percent; only a run that succeeded reaches 100. */
export function runPercent(state: RunState, steps: Pick<RunStep, 'state' | 'weight'>[]): number {
  if (state === 'succeeded') return 100
  const total = steps.reduce((sum, step) => sum + step.weight, 0)
  const done = steps.reduce((sum, step) => sum + (step.state === 'succeeded' ? step.weight : 0), 0)
  return total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total))
}

/**
 * The snapshot after one more event. Events that the snapshot already contains change nothing, so that a
 * watcher may apply what it receives twice; the caller asks again when a number is missing in between.
 */
export function applyRunEvent(run: RunSnapshot, event: RunEvent): RunSnapshot {
  if (event.runId !== run.id || event.seq <= run.lastSeq) return run
  const next = { ...applyByType(run, event), lastSeq: event.seq }
  return { ...next, percent: runPercent(next.state, next.steps) }
}

function applyByType(run: RunSnapshot, event: RunEvent): RunSnapshot {
  const { payload, at } = event
  switch (event.type) {
    case 'run.queued':
      return restart(run, 'pending', payload.attempt ?? run.attempt)
    case 'run.retrying':
      return restart(run, 'pending', payload.attempt ?? run.attempt + 1)
    case 'run.started':
      return { ...run, state: 'running', startedAt: run.startedAt ?? at }
    case 'run.compensating':
      return { ...run, state: 'compensating' }
    case 'run.compensated':
    case 'run.cancelled':
      return { ...run, state: 'compensated', finishedAt: at }
    case 'run.failed':
      return { ...run, state: 'failed', finishedAt: at, ...(payload.error ? { error: payload.error } : {}) }
    case 'run.succeeded':
      return { ...run, state: 'succeeded', finishedAt: at }
    case 'step.started':
      return withStep(run, event, (step) => ({ ...step, state: 'running', startedAt: at }))
    case 'step.progressed':
      return withStep(run, event, (step) => ({ ...step, message: payload.message ?? step.message }))
    case 'step.succeeded':
    case 'step.failed':
    case 'step.compensated':
      return withStep(run, event, (step) => ({
        ...step,
        state: event.type.slice('step.'.length) as RunState,
        durationMs: payload.durationMs ?? step.durationMs,
        message: payload.message ?? step.message,
      }))
  }
}

function restart(run: RunSnapshot, state: RunState, attempt: number): RunSnapshot {
  const { error: _, ...rest } = run
  const steps = run.steps.map((step) => ({
    ...step,
    state: 'pending' as const,
    startedAt: null,
    durationMs: null,
    message: null,
  }))
  return { ...rest, state, attempt, steps, startedAt: null, finishedAt: null }
}

function withStep(run: RunSnapshot, event: RunEvent, change: (step: RunStep) => RunStep): RunSnapshot {
  return { ...run, steps: run.steps.map((step) => (step.name === event.step ? change(step) : step)) }
}
