import { compareNewestFirst, listNewestFirst, type LiveRun, type LiveRuns } from '../../live-runs.ts'
import { matchesRun } from '../../match-run.ts'
import type { FleetRunFilters, RunRow } from '../../run-list.ts'

type AnsweredPage = {
  query: FleetRunFilters & { page: number; limit: number }
  /** what the server has answered for it */
  items: readonly RunRow[]
}

/** The runs to show: on the first page the newest that fit, on others those of the answer, as they are by now. */
export function runsOfPage(known: LiveRuns, { query, items }: AnsweredPage): LiveRun[] {
  if (query.page > 1) return items.map((item) => known.runs.get(item.id) ?? item)
  return listNewestFirst(known)
    .filter((run) => matchesRun(run, query))
    .slice(0, query.limit)
}

/** How many runs that fit are newer than the answer. */
export function appearedSince(known: LiveRuns, { query, items }: AnsweredPage): number {
  const newest = items[0]
  return [...known.runs.values()].filter(
    (run) => matchesRun(run, query) && (!newest || compareNewestFirst(run, newest) < 0),
  ).length
}

/** True when runs of the answer do not fit its filters any more: others move up that only the server knows. */
export function hasDrifted(known: LiveRuns, { query, items }: AnsweredPage): boolean {
  return items.some((item) => !matchesRun(known.runs.get(item.id) ?? item, query))
}
