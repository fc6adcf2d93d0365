import { watchLive } from '#src/realtime/ui/live-client.ts'
import { runTopic } from '#src/realtime/topic.ts'
import type { LiveError, LiveStatus } from '#src/realtime/topic-watch.ts'
import type { RunEvent, RunSnapshot } from '../../run.ts'
import { applyWatchedEvent, newerRun, type WatchedRun } from '../../watched-run.ts'
import { createFrameQueue } from './frame-queue.ts'
import { completeUpTo, mergeEvents, type RunLog } from './run-log.ts'

export type FollowedRun = {
  run: WatchedRun | undefined
  log: RunLog
  status: LiveStatus
  /** why the run was refused */
  error: LiveError | null
}

type FollowParts = {
  runId: string
  /** Stored events after a number, in order; some hundred at most. */
  readEvents: (after: number) => Promise<readonly RunEvent[]>
}

export type RunFollower = {
  subscribe: (listener: () => void) => () => void
  getState: () => FollowedRun
  /** Begins to follow. @returns the way to end it */
  start: (parts: FollowParts) => () => void
}

/** Before a part of the log that could not be had is asked for again, in milliseconds. */
const RETRY_MS = 2_000

/** Follows one run and its whole log: what is stored is read once, and what happens from then on comes live. */
export function createRunFollower(): RunFollower {
  const listeners = new Set<() => void>()
  let state: FollowedRun = { run: undefined, log: [], status: 'connecting', error: null }

  function change(next: Partial<FollowedRun>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function start({ runId, readEvents }: FollowParts): () => void {
    let reading = false
    let retry: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const frames = createFrameQueue<RunEvent>((events) => {
      const run = state.run && events.reduce(applyWatchedEvent, state.run)
      change({ run, log: mergeEvents(state.log, events) })
      void readMissing()
    })

    /** The snapshot of a run has no log, and a lost connection may leave a gap in it. */
    async function readMissing(): Promise<void> {
      if (reading || stopped) return
      reading = true
      try {
        for (;;) {
          const known = completeUpTo(state.log)
          if (known >= (state.run?.lastSeq ?? 0) && known === state.log.length) break
          const events = await readEvents(known)
          if (events.length === 0) break
          change({ log: mergeEvents(state.log, events) })
        }
      } catch {
        retry = setTimeout(() => void readMissing(), RETRY_MS)
      } finally {
        reading = false
      }
    }

    const unwatch = watchLive(
      { topic: runTopic(runId) },
      {
        // The source behind the topic vouches for the types, as it does for `useLiveTopic`.
        onSnapshot: (snapshot) => {
          frames.flush()
          change({ run: newerRun(state.run, snapshot as RunSnapshot) })
          void readMissing()
        },
        onEvents: (events) => frames.add(events as readonly RunEvent[]),
        onStatus: (status, error) => change({ status, error }),
      },
    )
    return () => {
      stopped = true
      clearTimeout(retry)
      frames.stop()
      unwatch()
    }
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    start,
  }
}
