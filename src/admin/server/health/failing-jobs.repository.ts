import type { Pool } from 'pg'
import { withoutTokens } from '#src/mail/server/without-tokens.ts'
import type { HealthDetails } from '../../health.ts'

type FailingJob = HealthDetails<'queue'>['failures'][number]

/** Longest text of an error that is shown. */
const MAX_ERROR = 300

/** Jobs that have failed, the newest failure first; ten at most. @param pool unscoped: the queue has an owner of its own */
export async function listFailingJobs(pool: Pool): Promise<FailingJob[]> {
  const { rows } = await pool.query<Omit<FailingJob, 'nextAt'> & { nextAt: Date }>(
    `select task_identifier as task, attempts, max_attempts as "maxAttempts", run_at as "nextAt",
       coalesce(last_error, '') as error
     from graphile_worker.jobs where attempts > 0 and last_error is not null
     order by updated_at desc limit 10`,
  )
  return rows.map((row) => ({ ...row, nextAt: row.nextAt.toISOString(), error: firstLine(row.error) }))
}

/** What went wrong, without where in our code, and without what a link in it could open. */
function firstLine(error: string): string {
  return withoutTokens(error.split('\n', 1)[0] ?? '').slice(0, MAX_ERROR)
}
