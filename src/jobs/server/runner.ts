import { EventEmitter } from 'node:events'
import { parseCronItems, run, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import { PRIORITY, toTaskList, type Task } from './define-task.ts'
import { releaseLocks } from './locks.repository.ts'
import { createQueueLogger } from './queue-logger.ts'
import { createTenantTurns, type TenantTurns } from './tenant-turns.ts'

/** A worker that takes jobs until it is told to stop. */
export type Worker = {
  /** Takes no new job, waits for those in hand at most as long as the runner's grace, then gives them back. */
  stop: () => Promise<void>
  /** settles when the worker ends by itself, with an error when it died */
  finished: Promise<void>
  /** what the queue calls whoever holds a job of this worker */
  locks: readonly string[]
}

/**
 * Jobs one process works on at the same time, at most. Some places are kept for what is urgent, however much of the rest
 * there is: mails to a server that is slow, or the work of many tenants at once.
 */
const PLACES = 8
const URGENT_PLACES = 2
/** Two connections listen for jobs, and one has to be free for what those at work need besides their own. */
const OTHER_CONNECTIONS = 3
const GRACE_MS = 8_000
/** New jobs are announced; polling only finds those whose announcement was lost. */
const POLL_MS = 1_000

type WorkerParts = { tasks: readonly Task[]; logger: Logger }

/** Starts taking jobs. @param pool its connections are shared with the rest of the process; one listens for each set of places */
export async function startWorker(pool: Pool, { tasks, logger }: WorkerParts): Promise<Worker> {
  const urgent = tasks.filter(({ priority }) => priority === PRIORITY.urgent)
  const turns = createTenantTurns()
  const places = countPlaces(pool)
  const started = [await startPlaces(pool, { tasks, logger, turns, places: places.all })]
  const locks = () => started.map(({ lock }) => lock)
  async function stop(): Promise<void> {
    const ends = await Promise.allSettled(started.map((places) => places.stop()))
    // A job that was taken at the very moment of the end is held by nobody, and would be for hours.
    await releaseLocks(pool, locks())
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }
  if (urgent.length > 0) {
    const kept = urgent.map(({ name, handle }) => ({ name, handle }))
    try {
      started.push(await startPlaces(pool, { tasks: kept, logger, turns, places: places.urgent }))
    } catch (error) {
      await stop()
      throw error
    }
  }
  return {
    stop,
    finished: Promise.race(started.map(({ finished }) => finished)),
    locks: locks(),
  }
}

/** A run holds a connection while it waits for another: if all were held by runs, all would wait for each other. */
function countPlaces({ options }: Pool): { all: number; urgent: number } {
  const places = Math.max(2, Math.min(PLACES, options.max - OTHER_CONNECTIONS))
  const urgent = Math.min(URGENT_PLACES, Math.floor(places / 2))
  return { all: places - urgent, urgent }
}

type PlaceParts = WorkerParts & { turns: TenantTurns; places: number }

async function startPlaces(pool: Pool, { tasks, logger, turns, places }: PlaceParts) {
  const events: WorkerEvents = new EventEmitter()
  let lock = ''
  events.once('pool:create', ({ workerPool }) => (lock = workerPool.id))
  turns.follow(events)
  const runner = await run({
    pgPool: pool,
    taskList: toTaskList(tasks),
    concurrency: places,
    pollInterval: POLL_MS,
    parsedCronItems: parseCronItems(
      tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
    ),
    noHandleSignals: true,
    logger: createQueueLogger(logger),
    preset: { worker: { gracefulShutdownAbortTimeout: GRACE_MS } },
    events,
    forbiddenFlags: turns.listForbidden,
  })
  return { stop: () => runner.stop(), finished: runner.promise, lock }
}
