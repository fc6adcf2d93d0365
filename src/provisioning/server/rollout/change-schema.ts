import type { PoolClient } from 'pg'
import {
  runMigrations,
  takeBackMigrations,
  type AppliedMigration,
  type MigrationTarget,
} from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { settleInOrder } from '#src/db/server/settle-in-order.ts'
import { PLATFORM_SCHEMA, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { RolloutDirection } from '../../rollout.ts'
import { listSecuring, secure } from '../steps/secure.ts'
import { listGapsOf, requireNoGaps, verify } from '../steps/verify.ts'
import { listForeignRights, listTables } from '../tenant-catalog.repository.ts'
import { listCurrentModules } from './current-modules.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'

/**
 * Changes the schema of a tenant, with the rights and the locks that belong to it, in the transaction of `client` (owner),
 * which has the migrations' rows of the ledger.
 * @throws AppError when the isolation check finds a gap
 */
export async function changeSchema(
  { migrations: fleet, blueprintOf }: Pick<RolloutDeps, 'migrations' | 'blueprintOf'>,
  client: PoolClient,
  {
    tenant,
    direction,
    migrations,
  }: { tenant: TenantPlacement; direction: RolloutDirection; migrations: readonly Migration[] },
): Promise<AppliedMigration[]> {
  const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
  const changing =
    direction === 'up'
      ? runMigrations(client, { target, migrations })
      : takeBack(client, { target, migrations })
  const [changed, , current, tables, reaches] = await settleInOrder([
    changing,
    // What would fail at the commit fails here, where it can be told. The path is always the same for what is prepared.
    client.query(`set constraints all immediate; set local search_path to ${PLATFORM_SCHEMA}, pg_temp`),
    listCurrentModules(client, tenant.tenantId, fleet),
    listTables(client, tenant.schemaName),
    listForeignRights(client, tenant),
  ])
  const context = { client, tenant, blueprint: blueprintOf({ modules: current, services: [] }) }
  if (listSecuring(tables, context).length === 0 && !tables.some(({ isTouched }) => isTouched)) {
    requireNoGaps(listGapsOf({ tables, reaches }))
    return changed
  }
  await secure.run(context)
  await verify.run(context)
  return changed
}

async function takeBack(
  client: PoolClient,
  { target, migrations }: { target: MigrationTarget; migrations: readonly Migration[] },
): Promise<AppliedMigration[]> {
  await takeBackMigrations(client, { target, migrations })
  return migrations.map((migration) => ({ migration, durationMs: 0 }))
}
