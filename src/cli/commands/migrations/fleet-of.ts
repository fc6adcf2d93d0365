import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import type { Installation } from '../../with-installation.ts'

/** What working on rollouts needs, in the process of a command. */
export async function fleetOf({ database }: Pick<Installation, 'database'>): Promise<RolloutDeps> {
  const migrations = await loadModuleMigrations(modules)
  const logger = createLogger({ level: 'silent' })
  return { pool: database.pool, logger, migrations, blueprintOf: createBlueprintOf(modules, migrations) }
}
