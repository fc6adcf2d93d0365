import type { Pool } from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import { HEARTBEAT_SECONDS } from '../../node.ts'
import { releaseLostJobs } from './node.repository.ts'

/** Looks again and again for jobs that lost processes hold, and gives them back. Runs have a watchdog of their own. */
export function startLostJobSweep(
  pool: Pool,
  { logger, everyMs = HEARTBEAT_SECONDS * 1_000 }: { logger: Logger; everyMs?: number },
): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let sweeping = Promise.resolve()

  async function sweep(): Promise<void> {
    try {
      const locks = await releaseLostJobs(pool)
      if (locks.length > 0) logger.warn({ locks }, 'jobs of a lost process were given back')
    } catch (error) {
      logger.warn({ err: error }, 'jobs of lost processes could not be looked for')
    }
    if (!isStopped) wait()
  }
  function next(): void {
    sweeping = sweep()
  }
  function wait(): void {
    timer = setTimeout(next, everyMs).unref()
  }

  wait()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await sweeping
    },
  }
}
