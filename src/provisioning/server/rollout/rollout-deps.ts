import type { Pool } from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import type { BlueprintOf } from '../blueprint.ts'
import type { FleetMigrations } from './fleet-migrations.ts'

/** What working on rollouts needs from the process it happens in. */
export type RolloutDeps = {
  pool: Pool
  logger: Logger
  /** what this code has; another code's rollouts are left to it */
  migrations: FleetMigrations
  /** tells which rows belong to one person, for policies of new tables */
  blueprintOf: BlueprintOf
}
