import type { RunEvent, RunSnapshot } from '#src/provisioning/run.ts'

/** What moves on the first page without asking the server: runs under way, and those that ended since it was opened. */
export type FleetPulse = {
  readonly open: ReadonlySet<string>
  readonly succeeded: number
  readonly failed: number
}

export const calm: FleetPulse = { open: new Set(), succeeded: 0, failed: 0 }

const ends = new Set<RunEvent['type']>(['run.succeeded', 'run.failed', 'run.compensated', 'run.cancelled'])

/** The pulse after a new snapshot: what is open is known anew, what has ended stays counted. */
export function takeOpenRuns(before: FleetPulse, runs: readonly Pick<RunSnapshot, 'id'>[]): FleetPulse {
  return { ...before, open: new Set(runs.map(({ id }) => id)) }
}

/** The pulse after more events; one that comes twice counts once. */
export function takePulse(
  before: FleetPulse,
  events: readonly Pick<RunEvent, 'runId' | 'type'>[],
): FleetPulse {
  const open = new Set(before.open)
  let { succeeded, failed } = before
  for (const { runId, type } of events) {
    if (!ends.has(type)) {
      open.add(runId)
      continue
    }
    // What had ended before it was heard of is no news.
    if (!open.delete(runId)) continue
    if (type === 'run.succeeded') succeeded += 1
    if (type === 'run.failed') failed += 1
  }
  return { open, succeeded, failed }
}

/** True for events after which the numbers of the page are others. */
export function movesNumbers(events: readonly Pick<RunEvent, 'type'>[]): boolean {
  return events.some(({ type }) => type === 'run.queued' || ends.has(type))
}
