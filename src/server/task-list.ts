import type { PlatformDb } from '#src/db/server/database.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import type { ExecuteDeps } from '#src/provisioning/server/build-tenant.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { executeRunTask } from '#src/provisioning/server/run.tasks.ts'
import { createHousekeepingTask } from '#src/tenancy/server/housekeeping.ts'

/** All background work, bound to its code. */
export function listTasks(provisioning: ExecuteDeps, db: PlatformDb): Task[] {
  return [
    implementTask(executeRunTask, (payload) => executeRun(provisioning, payload)),
    createHousekeepingTask(db, provisioning.logger),
  ]
}
