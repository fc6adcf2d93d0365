import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { rolloutSettings } from '#src/provisioning/rollout.ts'
import { executeRollout } from '#src/provisioning/server/rollout/execute-rollout.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { startRollDown, startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import type { BenchServer } from '../bench-server.ts'
import { benchMigration, loadBenchMigrations } from './bench-migration.ts'

/** What working on rollouts needs, with some migrations more than the fleet has. */
export async function rolloutDeps(
  { database }: { database: Pick<BenchServer['database'], 'pool'> },
  extra: readonly Migration[] = [benchMigration],
): Promise<RolloutDeps> {
  const migrations = await loadBenchMigrations(extra)
  return {
    pool: database.pool,
    logger: createLogger({ level: 'warn' }),
    migrations,
    blueprintOf: createBlueprintOf(modules, migrations),
  }
}

const ORDER = { actor: systemActor(), queue: false }

/** Orders a rollout and works on it until it ends. @returns its id */
export async function rollUp(deps: RolloutDeps, concurrency: number): Promise<string> {
  const rolloutId = await orderRollUp(deps, { concurrency })
  await executeRollout(deps, rolloutId)
  return rolloutId
}

/** Orders a rollout that nobody works on yet. */
export async function orderRollUp({ pool, migrations }: RolloutDeps, given: object): Promise<string> {
  const settings = rolloutSettings.parse(given)
  const rolloutId = await startRollUp(pool, { ...ORDER, migrations, settings })
  if (rolloutId === null) throw new Error('There was nothing to roll out.')
  return rolloutId
}

/** Takes back what a rollout has applied. */
export async function rollDown(deps: RolloutDeps, rolloutId: string): Promise<void> {
  const { migrations } = deps
  const settings = rolloutSettings.parse({})
  const back = await startRollDown(deps.pool, { ...ORDER, migrations, settings, target: { rolloutId } })
  if (back !== null) await executeRollout(deps, back)
}
