import type { Pool } from 'pg'

/** Settles when the database answers. @throws the driver's error when it does not */
export async function pingDatabase(pool: Pool): Promise<void> {
  await pool.query('select 1')
}
