import { makeWorkerUtils } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Task } from './define-task.ts'

/**
 * Removes the names of queues that nothing waits in. Whoever takes a job looks at each of them, and there is one for
 * every tenant that has ever queued work.
 * @param pool unscoped: the queue has an owner of its own
 */
export function createTidyQueuesTask(pool: Pool): Task {
  return {
    name: 'jobs.tidy-queues',
    schedule: '*/5 * * * *',
    handle: async () => {
      const queue = await makeWorkerUtils({ pgPool: pool })
      try {
        await queue.cleanup({ tasks: ['GC_JOB_QUEUES'] })
      } finally {
        await queue.release()
      }
    },
  }
}
