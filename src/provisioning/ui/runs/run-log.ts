import type { RunEvent } from '../../run.ts'

/** The events of one run, each once and in order; after a lost connection some may be missing in between. */
export type RunLog = readonly RunEvent[]

/** The log with more events, whichever of them it has already. */
export function mergeEvents(log: RunLog, events: readonly RunEvent[]): RunLog {
  const last = log.at(-1)?.seq ?? 0
  // What comes live follows what is there, and needs no look at the rest.
  if (events.every(({ seq }, index) => seq === last + index + 1)) return [...log, ...events]
  const bySeq = new Map(log.map((event) => [event.seq, event]))
  for (const event of events) bySeq.set(event.seq, event)
  return [...bySeq.values()].toSorted((left, right) => left.seq - right.seq)
}

/** The number up to which no event is missing. */
export function completeUpTo(log: RunLog): number {
  const gap = log.findIndex(({ seq }, index) => seq !== index + 1)
  return gap === -1 ? log.length : gap
}

/** What the steps of the last attempt have said, by the name of the step. */
export function linesByStep(log: RunLog): Readonly<Record<string, string[]>> {
  const lines: Record<string, string[]> = {}
  const begin = log.findLastIndex(({ type }) => type === 'run.queued' || type === 'run.retrying')
  for (const { step, payload } of log.slice(Math.max(0, begin))) {
    if (step !== null && payload.message) (lines[step] ??= []).push(payload.message)
  }
  return lines
}
