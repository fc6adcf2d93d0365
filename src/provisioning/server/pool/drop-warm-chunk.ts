import type { PoolClient } from 'pg'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { dropRemains } from '../drop-remains.ts'
import { dropTableChunk } from '../drop-table-chunk.ts'
import { withRole } from '../step.ts'
import { deleteWarmSchema, type WarmRow } from './warm-schema.repository.ts'

/**
 * Drops some tables of a schema that drains, or the rest of it where no table is left, in the transaction of `client` (owner).
 * Whoever is cut off has left less to do.
 */
export async function dropWarmChunk(
  client: PoolClient,
  { id, schemaName, roleName }: WarmRow,
): Promise<void> {
  if ((await dropTableChunk(client, schemaName)) > 0) return
  await withRole(client, PLATFORM_ROLE, () => deleteWarmSchema(client, id))
  await dropRemains(client, { tenant: { tenantId: id, schemaName, roleName } })
}
