import { applyRunEvent } from './run-progress.ts'
import type { RunEvent, RunSnapshot } from './run.ts'

/** A run together with what its events told beyond the snapshot. */
export type WatchedRun = RunSnapshot & {
  /** tables in the new schema so far, as the events count them */
  tables?: number
  /** sentences of each step in the order they came */
  log?: Record<string, string[]>
  /** wait in milliseconds before the next attempt, while there is one to wait for */
  retryDelayMs?: number
  cancelled?: boolean
}

/** The watched run after one more event. Within one attempt its percent never falls, whatever is undone. */
export function applyWatchedEvent(run: WatchedRun, event: RunEvent): WatchedRun {
  const next: WatchedRun = applyRunEvent(run, event)
  if (next === run) return run
  const { payload, step, type } = event
  switch (type) {
    case 'run.queued':
    case 'run.retrying':
      return {
        ...startAnew(next),
        ...(payload.delayMs === undefined ? {} : { retryDelayMs: payload.delayMs }),
      }
    case 'run.started':
      return startAnew(next)
    case 'run.cancelled':
      return { ...next, cancelled: true }
    default: {
      const percent = Math.max(run.percent, next.percent)
      const tables = type === 'step.compensated' && step === 'migrate' ? 0 : (payload.tables ?? next.tables)
      const log = step && payload.message ? withLine(next.log, step, payload.message) : next.log
      return { ...next, percent, ...(tables === undefined ? {} : { tables }), ...(log ? { log } : {}) }
    }
  }
}

/** The newer of two views of the same run; the one with events' details wins when both are as new. */
export function newerRun(a: WatchedRun | undefined, b: WatchedRun | undefined): WatchedRun | undefined {
  if (!a || !b) return a ?? b
  return b.lastSeq > a.lastSeq ? b : a
}

/**
 * Tables in the new schema so far. Whoever comes after they were made has not seen them counted, but the step's
 * own sentence begins with their number.
 */
export function countTables(run: WatchedRun): number | undefined {
  if (run.tables !== undefined) return run.tables
  const step = run.steps.find(({ name }) => name === 'migrate')
  if (step?.state === 'compensated') return 0
  const counted = /^(\d+) tables?\b/.exec(step?.message ?? '')?.[1]
  return counted === undefined ? undefined : Number(counted)
}

function startAnew(run: WatchedRun): WatchedRun {
  const { tables: _tables, log: _log, retryDelayMs: _delay, cancelled: _cancelled, ...rest } = run
  return rest
}

function withLine(log: WatchedRun['log'], step: string, line: string): Record<string, string[]> {
  return { ...log, [step]: [...(log?.[step] ?? []), line] }
}
