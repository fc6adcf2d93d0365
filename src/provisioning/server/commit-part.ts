import type { PoolClient } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import type { StepContext } from './step.ts'

const TIMEOUTS = `set local statement_timeout to '60s'; set local lock_timeout to '10s'`

/**
 * Does a part of a stepwise run in a transaction of its own, in the platform's scope. It asks the transaction first
 * that holds the run's lock: when that is gone, so is the right to go on, since another worker may have taken over.
 * @throws DatabaseError when that connection has ended
 */
export async function commitPart<T>(
  { client, pool }: Pick<StepContext, 'client' | 'pool'>,
  body: (part: PoolClient) => Promise<T>,
): Promise<T> {
  await client.query('select 1')
  return withPlatformTransaction(pool, async (part) => {
    await part.query(TIMEOUTS)
    return body(part)
  })
}
