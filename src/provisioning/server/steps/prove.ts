import type { PoolClient } from 'pg'
import { appendAuditOn, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { PLATFORM_ROLE, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { fileTables, followingTables, removedTables } from '../removed-rows.ts'
import { withRole, type Step } from '../step.ts'
import { findRemains } from '../tenant-catalog.repository.ts'

/** Looks for what should be gone, and only then calls the tenant deleted: log, status and end of the run in one. */
export const prove: Step = {
  name: 'prove',
  run: ({ client, runId, tenant }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      const remains = await listRemains(client, tenant)
      if (remains.length > 0) throw new Error(`Still there after the removal: ${remains.join(', ')}.`)
      await client.query(
        `update platform.tenants set status = 'deleted', deleted_at = now(), updated_at = now(), status_before = null,
           deletion_due_at = null, phone = null, address = null, settings = '{}' where id = $1`,
        [tenant.tenantId],
      )
      const { rows } = await client.query<{ holdings: object }>(
        `select input -> 'holdings' as holdings from platform.provisioning_runs where id = $1`,
        [runId],
      )
      await appendAuditOn(client, {
        tenantId: tenant.tenantId,
        actor: systemActor(),
        action: 'tenants.purge',
        resource: { type: 'tenants', id: tenant.tenantId },
        details: { runId, removed: rows[0]?.holdings ?? {}, remains },
      })
      return 'Nothing is left but the audit log.'
    }),
}

async function listRemains(client: PoolClient, tenant: TenantPlacement): Promise<string[]> {
  const { schema, role } = await findRemains(client, tenant)
  const counts = [...removedTables, ...followingTables, ...fileTables].map(
    (table) => `select '${table}' as name where exists (select from platform.${table} where tenant_id = $1)`,
  )
  const { rows } = await client.query<{ name: string }>(counts.join(' union all '), [tenant.tenantId])
  return [...(schema ? ['schema'] : []), ...(role ? ['role'] : []), ...rows.map(({ name }) => name)]
}
