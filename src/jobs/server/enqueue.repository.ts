import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { TaskDefinition } from './define-task.ts'

export type NewJob<T> = {
  payload: T
  /** earliest start; default at once */
  runAt?: Date
  /** a waiting job with the same key is replaced instead of doubled */
  key?: string
}

/** Queues work in the transaction of `tx`: it starts only if that commits. */
export async function enqueue<T>(tx: PlatformTx, task: TaskDefinition<T>, job: NewJob<T>): Promise<void> {
  const { payload, runAt = new Date(), key = null } = job
  await tx.$executeRaw`
    select platform.enqueue_job(${task.name}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz,
      ${key}::text, ${task.priority}::int)`
}

/** The same on a plain connection that is inside a transaction of the platform's scope. */
export async function enqueueOn<T>(
  client: ClientBase,
  task: TaskDefinition<T>,
  job: NewJob<T>,
): Promise<void> {
  const { payload, runAt = new Date(), key = null } = job
  await client.query('select platform.enqueue_job($1, $2::json, $3::timestamptz, $4, $5)', [
    task.name,
    JSON.stringify(payload),
    runAt,
    key,
    task.priority,
  ])
}
