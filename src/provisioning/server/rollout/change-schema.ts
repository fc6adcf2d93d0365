import type { PoolClient } from 'pg'
import { applyMigrations, revertMigrations } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { MigrationId, RolloutDirection } from '../../rollout.ts'
import { secure } from '../steps/secure.ts'
import { verify } from '../steps/verify.ts'
import { listCurrentModules } from './current-modules.repository.ts'
import { migrationId } from './fleet-migrations.ts'
import { requireNewest } from './require-newest.repository.ts'
import type { RolloutDeps } from './rollout-deps.ts'

/**
 * Applies migrations to the schema of a tenant or takes them back, with the ledger, the rights and the locks that belong to
 * it, in the transaction of `client` (owner).
 * @returns what this call has changed; what somebody else did first is left out
 * @throws MigrationChangedError, and AppError when the isolation check finds a gap
 */
export async function changeSchema(
  { migrations: fleet, blueprintOf }: Pick<RolloutDeps, 'migrations' | 'blueprintOf'>,
  client: PoolClient,
  {
    tenant,
    direction,
    migrations,
  }: {
    tenant: TenantPlacement
    direction: RolloutDirection
    migrations: readonly Migration[]
  },
): Promise<MigrationId[]> {
  const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
  const changed =
    direction === 'up'
      ? (await applyMigrations(client, { target, migrations })).map(({ migration }) => migration)
      : await takeBack(client, { target, migrations })
  if (changed.length === 0) return []
  const current = await listCurrentModules(client, tenant.tenantId, fleet)
  const blueprint = blueprintOf({ modules: current, services: [] })
  const context = { client, tenant, blueprint }
  await secure.run(context)
  await verify.run(context)
  return changed.map(migrationId)
}

async function takeBack(
  client: PoolClient,
  { target, migrations }: { target: { tenantId: string; schema: string }; migrations: readonly Migration[] },
): Promise<readonly Migration[]> {
  const applied = await requireNewest(client, { tenantId: target.tenantId, migrations })
  await revertMigrations(client, { target, migrations: applied })
  return applied
}
