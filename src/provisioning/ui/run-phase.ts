import type { WatchedRun } from '../watched-run.ts'

/** Where a run stands, as the status page tells it. */
export type RunPhase =
  'waiting' | 'building' | 'retrying' | 'undoing' | 'ready' | 'failed' | 'cancelled' | 'rolled-back'

/** @param tenantStatus what the server said of the tenant when the page was opened */
export function phaseOf(run: WatchedRun, tenantStatus?: string): RunPhase {
  switch (run.state) {
    case 'pending':
      return run.retryDelayMs === undefined ? 'waiting' : 'retrying'
    case 'running':
      return 'building'
    case 'compensating':
      return 'undoing'
    case 'succeeded':
      return 'ready'
    case 'failed':
      return 'failed'
    case 'compensated':
      return run.cancelled || tenantStatus === 'deleted' || tenantStatus === 'cancelled'
        ? 'cancelled'
        : 'rolled-back'
  }
}

/** True when nothing will change by itself any more. */
export function isSettled(phase: RunPhase): boolean {
  return phase === 'ready' || phase === 'failed' || phase === 'cancelled' || phase === 'rolled-back'
}

/** How long the attempt took, in milliseconds; undefined before it has ended. */
export function totalMs(run: WatchedRun): number | undefined {
  if (!run.startedAt || !run.finishedAt) return undefined
  return Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt))
}
