import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import type { ExecuteDeps } from '#src/provisioning/server/build-tenant.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { executeRunTask } from '#src/provisioning/server/run.tasks.ts'

/** All background work, bound to its code. */
export function listTasks(provisioning: ExecuteDeps): Task[] {
  return [implementTask(executeRunTask, (payload) => executeRun(provisioning, payload))]
}
