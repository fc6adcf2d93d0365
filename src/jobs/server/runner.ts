import { parseCronItems, run, type Runner } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import { toTaskList, type Task } from './define-task.ts'
import { createQueueLogger } from './queue-logger.ts'

/** A worker that takes jobs until it is told to stop. */
export type Worker = {
  /** Takes no new job, waits for those in hand at most as long as the runner's grace, then gives them back. */
  stop: () => Promise<void>
  /** settles when the worker ends by itself, with an error when it died */
  finished: Promise<void>
}

/** Jobs one process works on at the same time. */
const CONCURRENCY = 8
const GRACE_MS = 8_000
/** New jobs are announced; polling only finds those whose announcement was lost. */
const POLL_MS = 1_000

/** Starts taking jobs. @param pool its connections are shared with the rest of the process */
export async function startWorker(
  pool: Pool,
  { tasks, logger }: { tasks: readonly Task[]; logger: Logger },
): Promise<Worker> {
  const runner: Runner = await run({
    pgPool: pool,
    taskList: toTaskList(tasks),
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    parsedCronItems: parseCronItems(
      tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
    ),
    noHandleSignals: true,
    logger: createQueueLogger(logger),
    preset: { worker: { gracefulShutdownAbortTimeout: GRACE_MS } },
  })
  return { stop: () => runner.stop(), finished: runner.promise }
}
