import type { Database } from '#src/db/server/database.ts'
import type { QueueState } from '../../run-list.ts'
import { listNodes } from '../nodes/node.repository.ts'
import { countTasks, listJobsInHand } from './queue.repository.ts'

/** How much work waits, and who takes it. */
export async function getQueueState({
  pool,
  platformQuery,
}: Pick<Database, 'pool' | 'platformQuery'>): Promise<QueueState> {
  const [tasks, inHand, nodes] = await Promise.all([
    countTasks(pool),
    listJobsInHand(pool),
    listNodes(platformQuery),
  ])
  return { at: new Date().toISOString(), tasks, inHand, workers: nodes.filter(({ takesJobs }) => takesJobs) }
}
