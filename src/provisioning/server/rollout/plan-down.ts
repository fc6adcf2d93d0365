import type { ClientBase } from 'pg'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { DownTarget, MigrationId } from '../../rollout.ts'
import type { FleetMigrations } from './fleet-migrations.ts'
import { listHolders } from './fleet-plan.repository.ts'
import { listDone } from './rollout-done.repository.ts'

/**
 * What has to be taken back where (platform scope): what a rollout has applied, or all of a module that is newer than a
 * migration. Of a module the first migration stays.
 * @throws AppError NOT_FOUND when this code has no such migration
 */
export async function planDown(
  client: ClientBase,
  target: DownTarget,
  fleet: FleetMigrations,
): Promise<{ tenantId: string; migrations: MigrationId[] }[]> {
  if ('rolloutId' in target) return listDone(client, target.rolloutId)
  const migrations = fleet.get(target.module) ?? []
  if (!migrations.some(({ name }) => name === target.to)) {
    throw new AppError('NOT_FOUND', { message: `There is no migration ${target.module}/${target.to}.` })
  }
  return listHolders(
    client,
    migrations.filter(({ name }) => name > target.to),
  )
}
