import type { PoolClient } from 'pg'
import { beforeEach, expect } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { useTestDatabase, type TestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import {
  rolloutSettings,
  type DownTarget,
  type RolloutSummary,
  type RolloutTenant,
  type RolloutTenantState,
} from '../../../rollout.ts'
import type { SignedUpTenant } from '../../testing/rehearsal.ts'
import { executeRollout } from '../execute-rollout.ts'
import type { FleetMigrations } from '../fleet-migrations.ts'
import { changeRollout, type RolloutMove } from '../move-rollout.ts'
import { listRollouts, listRolloutTenants } from '../rollout-view.repository.ts'
import { startRollDown, startRollUp } from '../start-rollout.ts'
import { createFleet, describePlane } from './fleet.ts'
import { fleetDeps, newFleet } from './small-modules.ts'

/** Everything a test does with its fleet. */
export type FleetLab = {
  db: () => TestDatabase
  fleet: () => SignedUpTenant[]
  inPlatform: <T>(body: (client: PoolClient) => Promise<T>) => Promise<T>
  /** orders that all get what they lack; fails when nobody lacks anything */
  order: (settings?: object, migrations?: FleetMigrations) => Promise<string>
  orderBack: (target: DownTarget, settings?: object, migrations?: FleetMigrations) => Promise<string>
  execute: (id: string, migrations?: FleetMigrations) => ReturnType<typeof executeRollout>
  move: (id: string, move: RolloutMove, migrations?: FleetMigrations) => Promise<void>
  summary: (id: string) => Promise<RolloutSummary>
  tenants: (id: string, states?: RolloutTenantState[]) => Promise<RolloutTenant[]>
  planes: () => Promise<string[][]>
}

/** A database for the test file, and before each test a fleet of its own, made with the first migration only. */
export function useFleet(count: number): FleetLab {
  const db = useTestDatabase()
  const actor = systemActor()
  const made = { fleet: [] as SignedUpTenant[], rounds: 0 }
  beforeEach(async () => {
    // Tenants of another test are none of this one's fleet.
    await db().inspect(`update platform.tenants set status = 'deleted' where status <> 'deleted'`)
    await db().inspect(`update platform.rollouts set state = 'failed', stop_reason = null`)
    made.rounds += 1
    made.fleet = await createFleet(db(), { prefix: `fleet-${made.rounds}`, count })
  })
  const pool = () => db().database.pool
  const inPlatform: FleetLab['inPlatform'] = (body) => withPlatformTransaction(pool(), body)
  return {
    db,
    fleet: () => made.fleet,
    inPlatform,
    order: async (given = {}, migrations = newFleet) => {
      const settings = rolloutSettings.parse(given)
      const id = await startRollUp(pool(), { migrations, settings, actor, queue: false })
      return id ?? expect.fail('there was nothing to do')
    },
    orderBack: async (target, given = {}, migrations = newFleet) => {
      const settings = rolloutSettings.parse(given)
      const id = await startRollDown(pool(), { target, migrations, settings, actor, queue: false })
      return id ?? expect.fail('there was nothing to take back')
    },
    execute: (id, migrations = newFleet) => executeRollout(fleetDeps(db(), migrations), id),
    move: (id, move, migrations = newFleet) =>
      changeRollout(pool(), id, { move, actor, migrations, queue: false }),
    summary: async (id) => {
      const [found] = await inPlatform((client) => listRollouts(client, { id }))
      return found ?? expect.fail('there is no such rollout')
    },
    tenants: (id, states) =>
      inPlatform((client) => listRolloutTenants(client, id, { states: states ?? null, limit: 1_000 })),
    planes: () => Promise.all(made.fleet.map((tenant) => describePlane(db(), tenant))),
  }
}
