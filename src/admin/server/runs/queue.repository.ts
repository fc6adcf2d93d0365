import type { Pool } from 'pg'
import type { JobsInHand, TaskQueue } from '../../run-list.ts'

/** How many jobs of each kind wait, are worked on and fail. @param pool unscoped: the queue has an owner of its own */
export async function countTasks(pool: Pool): Promise<TaskQueue[]> {
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

/** Jobs that somebody works on, by worker. */
export async function listJobsInHand(pool: Pool): Promise<JobsInHand[]> {
  const { rows } = await pool.query<Omit<JobsInHand, 'since'> & { since: Date }>(
    `select locked_by as "lockedBy", count(*)::int as running, min(locked_at) as since,
            array_agg(distinct task_identifier order by task_identifier) as tasks
     from graphile_worker.jobs where locked_by is not null group by locked_by order by locked_by`,
  )
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}
