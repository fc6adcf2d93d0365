import { MigrationChangedError } from '#src/db/server/migration-runner.ts'
import { isTransient, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { RolloutSettings } from '../../rollout.ts'

const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 5_000
const MAX_MESSAGE = 500

/**
 * A failure as platform admins see it. They are the ones who repair the migration, so the database's own text is there; its
 * details are not, since those hold records.
 */
export function describeRolloutFailure(error: unknown): { code: string; message: string } {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, MAX_MESSAGE)
  if (error instanceof AppError) return { code: error.code, message }
  if (error instanceof MigrationChangedError) return { code: 'MIGRATION_CHANGED', message }
  return { code: sqlstateOf(error) ?? 'INTERNAL', message }
}

/** The wait before a tenant is tried again, in milliseconds, or nothing when it has failed for good. */
export function rolloutRetryDelay(
  error: unknown,
  { attempts, settings }: { attempts: number; settings: Pick<RolloutSettings, 'maxAttempts'> },
): number | undefined {
  if (!isTransient(error) || attempts + 1 >= settings.maxAttempts) return undefined
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts)
}
