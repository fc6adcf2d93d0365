import type { ClientBase } from 'pg'
import { WITH_SCHEMA } from './fleet-plan.repository.ts'

/** Whether a tenant has a schema to be migrated (platform scope): it may be on its way out since the rollout was planned. */
export async function hasSchema(client: ClientBase, tenantId: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'has_schema',
    text: 'select from platform.tenants where id = $1 and status = any ($2)',
    values: [tenantId, WITH_SCHEMA],
  })
  return rowCount === 1
}
