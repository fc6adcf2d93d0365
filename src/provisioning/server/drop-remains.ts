import type { ClientBase } from 'pg'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import type { RunRow } from './run-row.repository.ts'
import { findRemains } from './tenant-catalog.repository.ts'

/**
 * Removes what is left of a tenant's plane, ledger rows included. Called inside a transaction of the
 * platform's scope.
 */
export async function dropRemains(client: ClientBase, { tenant }: Pick<RunRow, 'tenant'>): Promise<void> {
  const remains = await findRemains(client, tenant)
  // The platform's role may not drop what the owner made.
  await client.query('reset role')
  if (remains.schema) await client.query(`drop schema ${quoteIdentifier(tenant.schemaName)} cascade`)
  if (remains.role) await client.query(`drop role ${quoteIdentifier(tenant.roleName)}`)
  await client.query('delete from platform.applied_migrations where tenant_id = $1', [tenant.tenantId])
  await client.query(`set local role ${PLATFORM_ROLE}`)
  await client.query('delete from platform.tenant_features where tenant_id = $1', [tenant.tenantId])
}
