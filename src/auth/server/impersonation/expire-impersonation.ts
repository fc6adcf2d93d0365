import type { PlatformDb } from '#src/db/server/database.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { updateImpersonationsExpired } from './impersonation.repository.ts'
import { expireImpersonationTask } from './impersonation.tasks.ts'

/** The work behind the note in both logs that an impersonation has run out. */
export function createExpireImpersonationTask(db: PlatformDb): Task {
  return implementTask(expireImpersonationTask, ({ impersonationId }) =>
    updateImpersonationsExpired(db, { id: impersonationId }),
  )
}
