import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { rolloutSettings } from '#src/provisioning/rollout.ts'
import { executeRollout } from '#src/provisioning/server/rollout/execute-rollout.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { startRollDown, startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import type { BenchServer } from '../bench-server.ts'
import { loadBenchMigrations } from './bench-migration.ts'

/** What working on rollouts needs, with one migration more than the fleet has. */
export async function rolloutDeps({ database }: BenchServer): Promise<RolloutDeps> {
  const migrations = await loadBenchMigrations()
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
  const settings = rolloutSettings.parse({ concurrency })
  const rolloutId = await startRollUp(deps.pool, { ...ORDER, migrations: deps.migrations, settings })
  if (rolloutId === null) throw new Error('There was nothing to roll out.')
  await executeRollout(deps, rolloutId)
  return rolloutId
}

/** Takes back what a rollout has applied. */
export async function rollDown(deps: RolloutDeps, rolloutId: string): Promise<void> {
  const { migrations } = deps
  const settings = rolloutSettings.parse({})
  const back = await startRollDown(deps.pool, { ...ORDER, migrations, settings, target: { rolloutId } })
  if (back !== null) await executeRollout(deps, back)
}
