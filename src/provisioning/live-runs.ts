import type { RunRow } from './run-list.ts'
import { isOver, type RunEvent } from './run.ts'
import { applyWatchedEvent, type WatchedRun } from './watched-run.ts'

/** A run of a list that is kept up to date by its events. */
export type LiveRun = RunRow & WatchedRun

/** The runs a page knows of, after the events it was told. */
export type LiveRuns = {
  readonly runs: ReadonlyMap<string, LiveRun>
  /** events that came before their run was known, or after a gap, by the run's id */
  readonly waiting: ReadonlyMap<string, readonly RunEvent[]>
}

export const noRuns: LiveRuns = { runs: new Map(), waiting: new Map() }

/**
 * The runs after more events. Each event is applied once and in the order of its run: one that is there already is
 * dropped, and one that follows a gap, or belongs to a run that is not known, waits until the run has been asked for.
 */
export function takeRunEvents(before: LiveRuns, events: readonly RunEvent[]): LiveRuns {
  if (events.length === 0) return before
  const runs = new Map(before.runs)
  const waiting = new Map(before.waiting)
  for (const event of events) {
    const run = runs.get(event.runId)
    if (run && event.seq <= run.lastSeq) continue
    if (run && event.seq === run.lastSeq + 1) runs.set(event.runId, applyTo(run, event))
    else waiting.set(event.runId, [...(waiting.get(event.runId) ?? []), event])
  }
  return { runs, waiting }
}

/** The runs after an answer of the server; whatever is newer here stays, and what waited for them is applied. */
export function takeRuns(before: LiveRuns, rows: readonly RunRow[]): LiveRuns {
  if (rows.length === 0) return before
  const runs = new Map(before.runs)
  const waiting = new Map(before.waiting)
  const held: RunEvent[] = []
  for (const row of rows) {
    const known = runs.get(row.id)
    if (!known || row.lastSeq > known.lastSeq) runs.set(row.id, row)
    held.push(...(waiting.get(row.id) ?? []))
    waiting.delete(row.id)
  }
  return takeRunEvents(
    { runs, waiting },
    held.toSorted((left, right) => left.seq - right.seq),
  )
}

/** Runs that have to be asked for, because an event speaks of them or one of theirs is missing. */
export function listUnknownRuns({ waiting }: LiveRuns): string[] {
  return [...waiting.keys()]
}

/** What there is no answer for, such as a run that is not the caller's to see, is waited for no longer. */
export function dropWaiting(before: LiveRuns, ids: readonly string[]): LiveRuns {
  const waiting = new Map(before.waiting)
  for (const id of ids) waiting.delete(id)
  return { ...before, waiting }
}

/** Runs by the time they were asked for, the newest first. */
export function listNewestFirst({ runs }: LiveRuns): LiveRun[] {
  return [...runs.values()].toSorted(compareNewestFirst)
}

/** At most `most` runs: the oldest that are over go first, and those that are shown stay. */
export function keepNewest(before: LiveRuns, most: number, shown: ReadonlySet<string> = new Set()): LiveRuns {
  const surplus = before.runs.size - most
  if (surplus <= 0) return before
  const runs = new Map(before.runs)
  const leaving = listNewestFirst(before)
    .filter((run) => isOver(run) && !shown.has(run.id))
    .slice(-surplus)
  for (const { id } of leaving) runs.delete(id)
  return { ...before, runs }
}

/** The order of the server's lists. */
export function compareNewestFirst(left: RunRow, right: RunRow): number {
  if (left.createdAt !== right.createdAt) return left.createdAt < right.createdAt ? 1 : -1
  return left.id === right.id ? 0 : left.id < right.id ? 1 : -1
}

function applyTo(run: LiveRun, event: RunEvent): LiveRun {
  const { subdomain, businessName, modules } = run
  const next = applyWatchedEvent(run, event)
  return { ...next, subdomain, businessName, modules, durationMs: durationOf(next) }
}

function durationOf({ startedAt, finishedAt }: WatchedRun): number | null {
  return startedAt && finishedAt ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) : null
}
