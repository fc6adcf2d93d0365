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

const OPEN = `${openStatement(platformScope())}; set local idle_in_transaction_session_timeout to 0`

/**
 * Works on the tenants of a rollout at one of its places, one after the other, until there is none to be had or it is told
 * that it is over. Claim, migrations, ledger and outcome of a tenant are one transaction, so whatever ends it leaves the tenant
 * either before or after. A failure is recorded by the same transaction, behind a savepoint, so that nobody takes the tenant up
 * in between. What needs no answer is sent without waiting for one: two round trips do for most tenants.
 * @param onDone called after each tenant
 * @returns how many
 * @throws when the connection was lost; of the tenant in hand nothing has happened then
 */
export async function migrateTenants(
  deps: RolloutDeps,
  order: RolloutOrder,
  { slot, isOver, onDone }: { slot: number; isOver: () => boolean; onDone: () => void },
): Promise<number> {
  const client = await deps.pool.connect()
  const claimNext = () => claimTenant(client, { rolloutId: order.id, slot })
  let broken = false
  let done = 0
  try {
    let [, claim] = await settleInOrder([client.query(OPEN), claimNext()])
    while (claim) {
      const write = await workOn(deps, client, { order, claim })
      // The next claim travels with this commit, in a transaction of its own.
      const isLast = isOver() || isWorn(client)
      const [, , , next] = await settleInOrder([
        write(),
        client.query('commit'),
        isLast ? undefined : client.query(OPEN),
        isLast ? undefined : claimNext(),
      ])
      done += 1
      onDone()
      claim = next
      if (isLast) return done
    }
    await client.query('commit')
    return done
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
