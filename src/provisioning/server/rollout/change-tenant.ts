import type { PoolClient } from 'pg'
import { recordMigrations, type AppliedMigration } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { settleInOrder } from '#src/db/server/settle-in-order.ts'
import { PLATFORM_ROLE, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { lockTenantPlane } from '../plane-lock.repository.ts'
import { buildIndexOnline } from './build-index-online.ts'
import { changeSchema } from './change-schema.ts'
import { requireNewest } from './require-newest.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'
import type { RolloutOrder } from './rollout.repository.ts'
import { hasSchema } from './tenant-state.repository.ts'

type Change = { order: RolloutOrder; tenant: TenantPlacement; stage: readonly Migration[] }

/**
 * Applies a stage to a claimed tenant or takes it back, behind the savepoint `work` of the transaction of `client`.
 * @returns what was changed, without what somebody else did first; null for a tenant that has no schema any more, or none yet
 */
export async function changeTenant(
  deps: RolloutDeps,
  client: PoolClient,
  change: Change,
): Promise<AppliedMigration[] | null> {
  const { order, tenant, stage } = change
  const { lockTimeoutMs, statementTimeoutMs } = order.settings
  const opened = client.query(
    `savepoint work; set local lock_timeout to ${lockTimeoutMs}; set local statement_timeout to ${statementTimeoutMs}`,
  )
  const [first] = stage
  const isOnline = order.direction === 'up' && first?.online !== undefined
  const built = isOnline ? await buildBeside(deps, client, change) : undefined
  if (built === null) return null
  const [, , isThere, , due] = await settleInOrder([
    opened,
    lockTenantPlane(client, tenant.tenantId),
    hasSchema(client, tenant.tenantId),
    client.query('reset role'),
    requireDue(client, change),
  ])
  if (!isThere) return null
  if (built) return due.map((migration) => ({ migration, durationMs: built.durationMs }))
  if (due.length === 0) return []
  return changeSchema(deps, client, { tenant, direction: order.direction, migrations: due })
}

/** What of a stage is left to this transaction; of two who want the same, one waits for the other and has nothing to do. */
function requireDue(client: PoolClient, { order, tenant, stage }: Change): Promise<Migration[]> {
  const { tenantId, schemaName: schema } = tenant
  if (order.direction === 'down') return requireNewest(client, { tenantId, migrations: stage })
  return recordMigrations(client, { target: { tenantId, schema }, migrations: stage })
}

/** Nobody may be waiting for this transaction's lock of the plane while the index waits for everybody who waits. */
async function buildBeside(
  { pool }: RolloutDeps,
  client: PoolClient,
  { order, tenant, stage }: Change,
): Promise<{ durationMs: number } | null> {
  const [online] = stage.flatMap((migration) => migration.online ?? [])
  if (!online || !(await hasSchema(client, tenant.tenantId))) return null
  // A prepared statement keeps its snapshot until the next statement, and the index would wait for that for ever.
  await client.query(`set local role ${PLATFORM_ROLE}`)
  const startedAt = performance.now()
  await buildIndexOnline(pool, { schema: tenant.schemaName, online, settings: order.settings })
  return { durationMs: performance.now() - startedAt }
}
