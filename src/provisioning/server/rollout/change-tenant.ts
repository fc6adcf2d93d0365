import type { PoolClient } from 'pg'
import { recordMigrations, type AppliedMigration } from '#src/db/server/migration-runner.ts'
import { isTransient } from '#src/db/server/sqlstate.ts'
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
  const opened = client.query(`savepoint work; ${timeoutsOf(change.order)}`)
  const [first] = change.stage
  if (change.order.direction === 'down') return changeInSteps(deps, client, { ...change, opened })
  if (first?.online === undefined) return applyAtOnce(deps, client, { ...change, opened })
  const built = await buildBeside(deps, client, change)
  if (built === null) return null
  const due = await requireOpen(client, { ...change, opened })
  return due?.map((migration) => ({ migration, durationMs: built.durationMs })) ?? null
}

type Opened = Change & { opened: Promise<unknown> }

/**
 * Sends everything in one go, in the hope that the tenant is as it was planned, as nearly all are. Where it is not, or
 * anything fails, all of it is taken back, and it goes step by step: that tells what is the matter.
 */
async function applyAtOnce(
  deps: RolloutDeps,
  client: PoolClient,
  change: Opened,
): Promise<AppliedMigration[] | null> {
  const { tenant, stage } = change
  const due = requireOpen(client, change)
  const changing = changeSchema(deps, client, { tenant, direction: 'up', migrations: stage })
  const [open, changed] = await Promise.allSettled([due, changing])
  if (open.status === 'fulfilled' && open.value?.length === stage.length) {
    if (changed.status === 'rejected') throw changed.reason
    return changed.value
  }
  // Who waited too long for a lock would wait again.
  if (open.status === 'rejected' && isTransient(open.reason)) throw open.reason
  const opened = client.query(`rollback to savepoint work; ${timeoutsOf(change.order)}`)
  return changeInSteps(deps, client, { ...change, opened })
}

function timeoutsOf({ settings }: RolloutOrder): string {
  const { lockTimeoutMs, statementTimeoutMs } = settings
  return `set local lock_timeout to ${lockTimeoutMs}; set local statement_timeout to ${statementTimeoutMs}`
}

async function changeInSteps(
  deps: RolloutDeps,
  client: PoolClient,
  change: Opened,
): Promise<AppliedMigration[] | null> {
  const { order, tenant } = change
  const due = await requireOpen(client, change)
  if (due === null || due.length === 0) return due === null ? null : []
  return changeSchema(deps, client, { tenant, direction: order.direction, migrations: due })
}

/** @returns what of a stage is left to this transaction, which has the plane to itself then; null without a schema */
async function requireOpen(client: PoolClient, { opened, ...change }: Opened): Promise<Migration[] | null> {
  const { tenantId } = change.tenant
  const [, , isThere, , due] = await settleInOrder([
    opened,
    lockTenantPlane(client, tenantId),
    hasSchema(client, tenantId),
    client.query('reset role'),
    requireDue(client, change),
  ])
  return isThere ? due : null
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
