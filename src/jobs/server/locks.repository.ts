import type { Pool } from 'pg'

/**
 * Lets others take the jobs that are held under these names.
 * @param pool unscoped: the queue has an owner of its own
 */
export async function releaseLocks(pool: Pool, locks: readonly string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [locks])
}
