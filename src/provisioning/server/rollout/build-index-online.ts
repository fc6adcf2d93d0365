import type { Pool } from 'pg'
import type { OnlineIndex } from '#src/db/server/online-index.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { RolloutSettings } from '../../rollout.ts'
import { findIndex } from './find-index.repository.ts'

/**
 * Builds an index beside those who write to its table. That is no transaction: what a build that was cut off has left is
 * found by its name, dropped and built again, and one that is complete is left alone.
 */
export async function buildIndexOnline(
  pool: Pool,
  {
    schema,
    online,
    settings,
  }: {
    schema: string
    online: OnlineIndex
    settings: Pick<RolloutSettings, 'lockTimeoutMs' | 'statementTimeoutMs'>
  },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(
      `set search_path to ${quoteIdentifier(schema)}, pg_temp; set lock_timeout to ${settings.lockTimeoutMs};
       set statement_timeout to ${settings.statementTimeoutMs}`,
    )
    const found = await findIndex(client, { schema, index: online.index })
    if (found?.isValid) return
    if (found) await client.query(`drop index concurrently ${quoteIdentifier(online.index)}`)
    await client.query(online.statement)
  } finally {
    // Its settings go with it.
    client.release(true)
  }
}
