import type { PoolClient } from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { settleInOrder } from '#src/db/server/settle-in-order.ts'
import { PLATFORM_ROLE, platformScope } from '#src/db/server/tenant-scope.ts'
import { rollBack } from '#src/db/server/transaction.ts'
import { isWorn, noteSchema } from '#src/db/server/worn-connection.ts'
import { isConnectionFailure } from '#src/db/server/sqlstate.ts'
import { saveDurations } from '#src/db/server/migration-runner.ts'
import { changeTenant } from './change-tenant.ts'
import { migrationId, pickMigrations } from './fleet-migrations.ts'
import { nextStage } from './next-stage.ts'
import {
  claimTenant,
  saveOutcome,
  stopOverBudget,
  type Claim,
  type Outcome,
} from './rollout-claim.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'
import { describeRolloutFailure, rolloutRetryDelay } from './rollout-failure.ts'
import type { RolloutOrder } from './rollout.repository.ts'

/**
 * Works on the next tenant of a rollout: claim, migrations, ledger and outcome are one transaction, so whatever ends it
 * leaves the tenant either before or after. A failure is recorded by the same transaction, behind a savepoint, so that nobody
 * takes the tenant up in between. What needs no answer is sent without waiting for one: four round trips do for most tenants.
 * @returns false when there is none to be had just now
 * @throws when the connection was lost; then nothing has happened
 */
export async function migrateNext(deps: RolloutDeps, order: RolloutOrder, slot: number): Promise<boolean> {
  const client = await deps.pool.connect()
  let broken = false
  try {
    const [, claim] = await settleInOrder([
      client.query(`${openStatement(platformScope())}; set local idle_in_transaction_session_timeout to 0`),
      claimTenant(client, { rolloutId: order.id, slot }),
    ])
    const end = claim ? await workOn(deps, client, { order, claim }) : undefined
    await settleInOrder([end?.(), client.query('commit')])
    return claim !== undefined
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken || isWorn(client))
  }
}

type Work = { order: RolloutOrder; claim: Claim }

/** @returns what writes down how it went, to be sent together with the commit */
async function workOn(
  deps: RolloutDeps,
  client: PoolClient,
  { order, claim }: Work,
): Promise<() => Promise<unknown>> {
  const { tenantId, schemaName } = claim.tenant
  noteSchema(client, schemaName)
  const startedAt = performance.now()
  const stage = nextStage(pickMigrations(deps.migrations, claim.left), order.direction)
  const outcome = (rest: Pick<Outcome, 'state' | 'done' | 'error' | 'delayMs'>): Outcome => ({
    ...{ rolloutId: order.id, tenantId, durationMs: performance.now() - startedAt },
    ...rest,
  })
  try {
    const changed = await changeTenant(deps, client, { order, tenant: claim.tenant, stage })
    if (changed === null) {
      await client.query('rollback to savepoint work')
      return () => saveOutcome(client, outcome({ state: 'skipped' }))
    }
    const state = stage.length === claim.left.length ? 'succeeded' : 'pending'
    const done = changed.map(({ migration }) => migrationId(migration))
    const target = { tenantId, schema: schemaName }
    const isUp = order.direction === 'up' && changed.length > 0
    return () =>
      settleInOrder([
        isUp ? saveDurations(client, { target, applied: changed }) : undefined,
        client.query(`set local role ${PLATFORM_ROLE}`),
        saveOutcome(client, outcome({ state, done })),
      ])
  } catch (error) {
    if (isConnectionFailure(error)) throw error
    await client.query('rollback to savepoint work')
    const failure = describeRolloutFailure(error)
    const delayMs = rolloutRetryDelay(error, { attempts: claim.attempts, settings: order.settings })
    const state = delayMs === undefined ? 'failed' : 'pending'
    deps.logger.warn({ err: error, rolloutId: order.id, tenantId, state }, 'a tenant could not be migrated')
    const { wave } = claim
    return () =>
      settleInOrder([
        saveOutcome(client, outcome({ state, error: failure, delayMs })),
        state === 'failed' ? stopOverBudget(client, order.id, { wave, budget: order.budget }) : undefined,
      ])
  }
}
