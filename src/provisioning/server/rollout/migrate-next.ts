import type { PoolClient } from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { PLATFORM_ROLE, platformScope } from '#src/db/server/tenant-scope.ts'
import { rollBack } from '#src/db/server/transaction.ts'
import { isConnectionFailure } from '#src/db/server/sqlstate.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { recordMigrations } from '#src/db/server/migration-runner.ts'
import type { MigrationId } from '../../rollout.ts'
import { lockTenantPlane } from '../plane-lock.repository.ts'
import { buildIndexOnline } from './build-index-online.ts'
import { changeSchema } from './change-schema.ts'
import { migrationId, pickMigrations } from './fleet-migrations.ts'
import { claimTenant, saveOutcome, stopOverBudget, trySlot, type Claim } from './rollout-claim.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'
import { describeRolloutFailure, rolloutRetryDelay } from './rollout-failure.ts'
import type { RolloutOrder } from './rollout.repository.ts'
import { hasSchema } from './tenant-state.repository.ts'

/**
 * Works on the next tenant of a rollout: claim, migrations, ledger and outcome are one transaction, so whatever ends it
 * leaves the tenant either before or after. A failure is recorded by the same transaction, behind a savepoint, so that nobody
 * takes the tenant up in between.
 * @returns false when there is none to be had just now
 * @throws when the connection was lost; then nothing has happened
 */
export async function migrateNext(deps: RolloutDeps, order: RolloutOrder, slot: number): Promise<boolean> {
  const client = await deps.pool.connect()
  let broken = false
  try {
    await client.query(
      `${openStatement(platformScope())}; set local idle_in_transaction_session_timeout to 0`,
    )
    const claim = (await trySlot(client, order.id, slot)) ? await claimTenant(client, order.id) : undefined
    if (claim) await workOn(deps, client, { order, claim })
    await client.query('commit')
    return claim !== undefined
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

type Work = { order: RolloutOrder; claim: Claim }

async function workOn(deps: RolloutDeps, client: PoolClient, { order, claim }: Work): Promise<void> {
  const { id: rolloutId, budget, direction } = order
  const { tenantId } = claim.tenant
  const startedAt = performance.now()
  const { lockTimeoutMs, statementTimeoutMs } = order.settings
  await client.query(
    `savepoint work; set local lock_timeout to ${lockTimeoutMs}; set local statement_timeout to ${statementTimeoutMs}`,
  )
  try {
    const stage = nextStage(pickMigrations(deps.migrations, claim.left), direction)
    const done = await changeTenant(deps, client, { order, claim, stage })
    await client.query(`set local role ${PLATFORM_ROLE}`)
    const isLast = stage.length === claim.left.length
    const durationMs = performance.now() - startedAt
    const state = done === null ? 'skipped' : isLast ? 'succeeded' : 'pending'
    await saveOutcome(client, { rolloutId, tenantId, state, done: done ?? [], durationMs })
  } catch (error) {
    if (isConnectionFailure(error)) throw error
    await client.query(`rollback to savepoint work`)
    const failure = describeRolloutFailure(error)
    const delayMs = rolloutRetryDelay(error, { attempts: claim.attempts, settings: order.settings })
    const state = delayMs === undefined ? 'failed' : 'pending'
    deps.logger.warn({ err: error, rolloutId, tenantId, state }, 'a tenant could not be migrated')
    const durationMs = performance.now() - startedAt
    await saveOutcome(client, { rolloutId, tenantId, state, durationMs, error: failure, delayMs })
    if (state === 'failed') await stopOverBudget(client, rolloutId, { wave: claim.wave, budget })
  }
}

/** What can be done in one go: an index that is built online is a go of its own, and its ledger row the end of it. */
function nextStage(left: readonly Migration[], direction: RolloutOrder['direction']): readonly Migration[] {
  if (direction === 'down') return left
  const online = left.findIndex((migration) => migration.online !== undefined)
  if (online === -1) return left
  return online === 0 ? left.slice(0, 1) : left.slice(0, online)
}

/** @returns what was changed, or null for a tenant that has no schema any more, or none yet */
async function changeTenant(
  deps: RolloutDeps,
  client: PoolClient,
  { order, claim, stage }: Work & { stage: readonly Migration[] },
): Promise<MigrationId[] | null> {
  const { tenant } = claim
  const [online] = stage.length === 1 && order.direction === 'up' ? stage.map((one) => one.online) : []
  // Nobody may be waiting for this transaction's lock of the plane while the index waits for everybody who waits.
  if (online) {
    if (!(await hasSchema(client, tenant.tenantId))) return null
    // A prepared statement keeps its snapshot until the next statement, and the index would wait for that for ever.
    await client.query(`set local role ${PLATFORM_ROLE}`)
    await buildIndexOnline(deps.pool, { schema: tenant.schemaName, online, settings: order.settings })
  }
  await lockTenantPlane(client, tenant.tenantId)
  if (!(await hasSchema(client, tenant.tenantId))) return null
  await client.query('reset role')
  if (online) {
    const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
    return (await recordMigrations(client, { target, migrations: stage })).map(migrationId)
  }
  return changeSchema(deps, client, { tenant, direction: order.direction, migrations: stage })
}
