import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { Task } from '#src/jobs/server/define-task.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { cancelRun } from '#src/provisioning/server/run.service.ts'
import { startDueDeletions } from './due-deletions.service.ts'
import { deleteExpired, listAbandonedRuns } from './housekeeping.repository.ts'

/**
 * Done by one worker every hour: expired rows go, addresses of abandoned sign-ups become free, and workspaces whose days
 * of grace are over are removed.
 */
export function createHousekeepingTask(db: PlatformDb, logger: Logger): Task {
  return {
    name: 'tenancy.housekeeping',
    schedule: '17 * * * *',
    handle: async () => {
      const expired = await deleteExpired(db)
      const abandoned = await listAbandonedRuns(db)
      // One that somebody takes up again at this very moment is left to them.
      const outcomes = await Promise.allSettled(abandoned.map((runId) => cancelRun(db, runId, systemActor())))
      const freed = outcomes.filter(({ status }) => status === 'fulfilled').length
      const deletions = await startDueDeletions(db)
      logger.info({ ...expired, freed, deletions }, 'housekeeping done')
    },
  }
}
