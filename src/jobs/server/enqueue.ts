import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { TaskDefinition } from './define-task.ts'

export type EnqueueOptions = {
  /** earliest start; default at once */
  runAt?: Date
  /** a waiting job with the same key is replaced instead of doubled */
  key?: string
}

const ENQUEUE = 'select platform.enqueue_job($1, $2::json, $3::timestamptz, $4)'

/** Queues work in the transaction of `tx`: it starts only if that commits. */
export async function enqueue<T>(
  tx: PlatformTx,
  task: TaskDefinition<T>,
  payload: T,
  { runAt, key }: EnqueueOptions = {},
): Promise<void> {
  await tx.$queryRawUnsafe(
    `${ENQUEUE}::text`,
    task.name,
    JSON.stringify(payload),
    runAt ?? new Date(),
    key ?? null,
  )
}

/** The same on a plain connection that is inside a transaction of the platform's scope. */
export async function enqueueOn<T>(
  client: ClientBase,
  task: TaskDefinition<T>,
  payload: T,
  { runAt, key }: EnqueueOptions = {},
): Promise<void> {
  await client.query(ENQUEUE, [task.name, JSON.stringify(payload), runAt ?? new Date(), key ?? null])
}
