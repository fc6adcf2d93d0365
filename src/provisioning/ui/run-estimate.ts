import { formatDuration } from '#src/ui/format/durations.ts'
import { isSettled, type RunPhase } from './run-phase.ts'

interface Progress {
  /** Usual total in milliseconds, null without past runs. */
  expectedMs: number | null
  elapsed: number
  phase: RunPhase
}

/** What past runs say about this one; silent without any, and honest when this one is slower. */
export function describeEstimate({ expectedMs, elapsed, phase }: Progress): string {
  if (expectedMs === null || isSettled(phase)) return ''
  if (phase === 'building' && elapsed > Math.max(expectedMs * 2, expectedMs + 2_000)) {
    return `Longer than usual, which is ${formatDuration(expectedMs)}`
  }
  if (phase === 'building' && expectedMs - elapsed >= 1_000) {
    return `About ${formatDuration(expectedMs - elapsed)} to go`
  }
  return `Usually takes ${formatDuration(expectedMs)}`
}
