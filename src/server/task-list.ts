import type { KeyObject } from 'node:crypto'
import { createSealChainsTask } from '#src/audit/server/seal-chains.ts'
import { createExpireImpersonationTask } from '#src/auth/server/impersonation/expire-impersonation.ts'
import { createLockNoticeTask } from '#src/auth/server/lock-notice.ts'
import { createPasswordResetTask } from '#src/auth/server/mail-password-reset.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { FileStore } from '#src/files/server/file-store.ts'
import { createRemoveFilesTask } from '#src/files/server/remove-files.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import type { ExecuteDeps } from '#src/provisioning/server/execute-steps.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import type { PoolDeps } from '#src/provisioning/server/pool/pool-deps.ts'
import { createFillPoolTask } from '#src/provisioning/server/pool/pool.tasks.ts'
import { checkDriftTask, DAILY_CHECK } from '#src/provisioning/server/drift/drift.tasks.ts'
import { runDriftJob } from '#src/provisioning/server/drift/run-drift-job.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { executeRolloutTask } from '#src/provisioning/server/rollout/rollout.tasks.ts'
import { runRolloutJob } from '#src/provisioning/server/rollout/run-rollout-job.ts'
import { executeRunTask } from '#src/provisioning/server/run.tasks.ts'
import { createSendMailTask } from '#src/mail/server/send-mail.ts'
import type { MailTransport } from '#src/mail/server/mail-transport.ts'
import { createHousekeepingTask } from '#src/tenancy/server/housekeeping.ts'
import type { SiteAddress } from './site-address.ts'

type TaskParts = {
  provisioning: ExecuteDeps
  pool: PoolDeps
  rollouts: RolloutDeps
  db: PlatformDb
  files: FileStore
  /** seals the chains of the audit log */
  sealKey: KeyObject
  site: Pick<SiteAddress, 'apexUrl' | 'workspaceUrl'>
  /** null where no mail server is configured */
  mailTransport: MailTransport | null
}

/** All background work, bound to its code. */
export function listTasks(parts: TaskParts): Task[] {
  const { provisioning, pool, rollouts, db, files, site, sealKey, mailTransport } = parts
  const { logger } = provisioning
  return [
    implementTask(executeRunTask, (payload) => executeRun(provisioning, payload)),
    implementTask(executeRolloutTask, ({ rolloutId }) => runRolloutJob(rollouts, rolloutId)),
    createFillPoolTask(pool),
    { ...implementTask(checkDriftTask, (payload) => runDriftJob(rollouts, payload)), schedule: DAILY_CHECK },
    createSendMailTask({ db, logger, transport: mailTransport }),
    createLockNoticeTask(db, site),
    createExpireImpersonationTask(db),
    createPasswordResetTask(db),
    createHousekeepingTask(db, logger),
    createRemoveFilesTask({ db, store: files, logger }),
    createSealChainsTask(db, { sealKey, logger }),
  ]
}
