import type { ClientBase } from 'pg'

/** First key of the advisory locks of tenant planes, apart from those of runs. */
export const PLANE_LOCK_SPACE = 7_203_118

/**
 * Waits until nobody else changes the structure of a tenant that is open, and keeps others from it until the
 * transaction of `client` ends. Records are read and written meanwhile as ever.
 * @throws DatabaseError when the transaction's lock_timeout is over first
 */
export async function lockTenantPlane(client: ClientBase, tenantId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [PLANE_LOCK_SPACE, tenantId])
}
