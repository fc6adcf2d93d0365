import type { Pool, PoolClient } from 'pg'
import { openStatement, type ConnectionScope } from './connection-scope.ts'
import { platformScope } from './tenant-scope.ts'

/**
 * Runs `body` in one transaction on a plain connection, in the given scope.
 * @throws whatever `body` throws, after the transaction was rolled back
 */
export async function withTransaction<T>(
  pool: Pool,
  scope: ConnectionScope,
  body: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query(openStatement(scope))
    const result = await body(client)
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Ends a transaction that failed. @returns true when the connection cannot even do that and must be given up */
export async function rollBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  )
}

/** The same in the platform's own scope. */
export function withPlatformTransaction<T>(pool: Pool, body: (client: PoolClient) => Promise<T>): Promise<T> {
  return withTransaction(pool, platformScope(), body)
}
