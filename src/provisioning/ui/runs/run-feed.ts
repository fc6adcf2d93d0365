import { watchLive } from '#src/realtime/ui/live-client.ts'
import type { FeedTopic } from '#src/realtime/topic.ts'
import type { LiveStatus } from '#src/realtime/topic-watch.ts'
import {
  dropWaiting,
  keepNewest,
  listUnknownRuns,
  noRuns,
  takeRunEvents,
  takeRuns,
  type LiveRuns,
} from '../../live-runs.ts'
import { isOver } from '../../run.ts'
import type { RunRow } from '../../run-list.ts'
import type { RunEvent, RunSnapshot } from '../../run.ts'
import { createFrameQueue } from './frame-queue.ts'
import { createIdReader, type IdReader } from '../../id-reader.ts'

/** What a page shows of a feed. */
export type FeedState = { live: LiveRuns; status: LiveStatus }

/** The runs of a feed, kept up to date for one page. */
export type RunFeed = {
  subscribe: (listener: () => void) => () => void
  getState: () => FeedState
  /** Rows that the page has asked for by itself. */
  takeRows: (rows: readonly RunRow[]) => void
  /** The runs on screen, which are never forgotten. */
  keep: (ids: readonly string[]) => void
  /** Begins to follow the feed. @returns the way to end it */
  start: (parts: FeedParts) => () => void
}

export type FeedParts = {
  topic: FeedTopic
  /** Runs by their ids, at most 100; those that are not the caller's to see are left out. */
  readRuns: (runIds: string[]) => Promise<readonly RunRow[]>
  /** Called behind each snapshot: runs may have come and gone that nobody told of. */
  onSnapshot: () => void
}

/** Runs a page remembers at most; what is over and not on screen is forgotten first. */
const MOST_RUNS = 500

/**
 * Follows the runs of a feed: a snapshot of those under way, then every event, applied once and in the order of its run.
 * Runs that are not known are asked for by their ids, many at a time, and never a whole list for an event.
 */
export function createRunFeed(): RunFeed {
  const listeners = new Set<() => void>()
  let state: FeedState = { live: noRuns, status: 'connecting' }
  let shown: ReadonlySet<string> = new Set()
  let reader: IdReader | undefined
  const frames = createFrameQueue<RunEvent>((events) => change(takeRunEvents(state.live, events)))

  function setState(next: FeedState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function change(next: LiveRuns): void {
    const live = keepNewest(next, MOST_RUNS, shown)
    reader?.ask(listUnknownRuns(live))
    if (live !== state.live) setState({ ...state, live })
  }

  function takeSnapshot(open: readonly RunSnapshot[]): void {
    const rows = open.flatMap((run) => {
      const known = state.live.runs.get(run.id)
      if (!known) return []
      const { subdomain, businessName, modules } = known
      return [{ ...run, subdomain, businessName, modules, durationMs: null }]
    })
    const isKnown = (id: string) => state.live.runs.has(id)
    const isOpen = (id: string) => open.some((run) => run.id === id)
    const ended = [...state.live.runs.values()].filter((run) => !isOver(run) && !isOpen(run.id))
    reader?.ask([...open.map(({ id }) => id).filter((id) => !isKnown(id)), ...ended.map(({ id }) => id)])
    change(takeRuns(state.live, rows))
  }

  function takeAnswer(rows: readonly RunRow[], asked: readonly string[]): void {
    const unknown = asked.filter((id) => !rows.some((row) => row.id === id))
    change(dropWaiting(takeRuns(state.live, rows), unknown))
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    takeRows: (rows) => {
      change(takeRuns(state.live, rows))
    },
    keep: (ids) => {
      shown = new Set(ids)
    },
    start: ({ topic, readRuns, onSnapshot }) => {
      const ownReader = createIdReader({ read: readRuns, onRead: takeAnswer })
      reader = ownReader
      const unwatch = watchLive(
        { topic },
        {
          // What a feed of runs sends is what the server's own source reads.
          onSnapshot: (snapshot) => {
            takeSnapshot(snapshot as RunSnapshot[])
            onSnapshot()
          },
          onEvents: (events) => frames.add(events as readonly RunEvent[]),
          onStatus: (status) => setState({ ...state, status }),
        },
      )
      return () => {
        unwatch()
        frames.stop()
        ownReader.stop()
      }
    },
  }
}
