import { expect } from 'vitest'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { noFault } from '../../fault.ts'
import { createStepTable } from '../../run-steps.ts'
import { rehearsalDeps } from '../../testing/rehearsal.ts'
import { createClaim } from '../claim-warm-schema.ts'
import { fillPool } from '../fill-pool.ts'
import type { PoolDeps } from '../pool-deps.ts'

export const FINGERPRINT = 'this code'

/** What keeping a pool of the small modules of the tests needs. */
export function poolDeps(db: TestDatabase, changes: Partial<PoolDeps> = {}): PoolDeps {
  const { pool, logger, blueprintOf } = rehearsalDeps(db)
  const listSets = async () => [['notes']]
  return {
    pool,
    logger,
    blueprintOf,
    listSets,
    fingerprint: FINGERPRINT,
    size: 1,
    fault: noFault,
    ...changes,
  }
}

/** Executing runs as a worker does that takes schemas out of the pool. */
export function claimingDeps(db: TestDatabase, changes: Parameters<typeof rehearsalDeps>[1] = {}) {
  const steps = createStepTable({
    workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
    files: { remove: async () => undefined },
    claim: createClaim(FINGERPRINT),
  })
  return rehearsalDeps(db, { steps, ...changes })
}

/** Does whatever is to be done for the pool, which must work. */
export async function settle(db: TestDatabase, changes: Partial<PoolDeps> = {}): Promise<void> {
  expect(await fillPool(poolDeps(db, changes), { besideRuns: true })).toBe('rested')
  expect(await db.inspect('select module_set, error_message from platform.warm_failures')).toEqual([])
}

export type PoolRow = {
  id: string
  modules: string[]
  fingerprint: string
  draining: boolean
  plane: boolean
}

/** What the pool says it has, and whether schema, role and ledger are there as it says. */
export function readPool({ inspect }: Pick<TestDatabase, 'inspect'>): Promise<PoolRow[]> {
  return inspect<PoolRow>(
    `select id, modules, fingerprint, is_draining as draining,
       exists (select from pg_namespace where nspname = schema_name)
         and exists (select from pg_roles where rolname = role_name)
         and exists (select from platform.applied_migrations where tenant_id = id) as plane
     from platform.warm_schemas order by built_at, id`,
  )
}

/** Schemas that belong neither to a tenant nor to the pool, and ledger rows of nobody. */
export function listStrays({ inspect }: Pick<TestDatabase, 'inspect'>): Promise<{ name: string }[]> {
  return inspect<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname like 't\\_%' and nspname not in (select schema_name from platform.tenants)
       and nspname not in (select schema_name from platform.warm_schemas)
     union all
     select tenant_id::text from platform.applied_migrations
     where tenant_id is not null and tenant_id not in (select id from platform.tenants)
       and tenant_id not in (select id from platform.warm_schemas)`,
  )
}
