import type { Pool } from 'pg'
import type { QueueState, QueueWorker, TaskQueue } from '../../run-list.ts'

/** How much work waits, and who works on it, as the queue itself knows. @param pool unscoped: the queue has an owner of its own */
export async function getQueueState(pool: Pool): Promise<QueueState> {
  const [tasks, workers] = await Promise.all([countTasks(pool), listBusyWorkers(pool)])
  return { at: new Date().toISOString(), tasks, workers }
}

async function countTasks(pool: Pool): Promise<TaskQueue[]> {
  const { rows } = await pool.query<TaskQueue>(
    `select task_identifier as task,
            count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now())::int as waiting,
            count(*) filter (where locked_at is not null)::int as running,
            count(*) filter (where locked_at is null and attempts > 0 and attempts < max_attempts)::int as failing,
            count(*) filter (where locked_at is null and attempts >= max_attempts)::int as lost,
            (extract(epoch from now() - min(run_at) filter
              (where locked_at is null and attempts < max_attempts and run_at <= now())) * 1000)::float8 as "oldestMs"
     from graphile_worker.jobs group by task_identifier order by task_identifier`,
  )
  return rows
}

async function listBusyWorkers(pool: Pool): Promise<QueueWorker[]> {
  const { rows } = await pool.query<Omit<QueueWorker, 'busySince'> & { busySince: Date }>(
    `select locked_by as id, count(*)::int as running, min(locked_at) as "busySince",
            (array_agg(task_identifier order by locked_at desc))[1] as task
     from graphile_worker.jobs where locked_by is not null group by locked_by order by locked_by`,
  )
  return rows.map((row) => ({ ...row, busySince: row.busySince.toISOString() }))
}
