import type { PlatformDb } from '#src/db/server/database.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { signInLockedMail } from '#src/mail/server/account-mails.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import { RESET_PASSWORD_PATH } from '../paths.ts'
import { getNoticeAddressee } from './account.repository.ts'
import { lockNoticeTask } from './lock-notice.tasks.ts'

/** How addresses of this installation are made. */
type SiteUrls = { apexUrl: string; workspaceUrl: (subdomain: string) => string }

const PRODUCT_NAME = 'Berth'

/** The work behind a notice: a mail, where there is somebody to write to. */
export function createLockNoticeTask(db: PlatformDb, { apexUrl, workspaceUrl }: SiteUrls): Task {
  return implementTask(lockNoticeTask, async ({ userId, minutes }) => {
    const person = userId === null ? null : await getNoticeAddressee(db, userId)
    if (!person) return
    const { tenantId, email, fullName, workspace } = person
    const mail = signInLockedMail({
      fullName,
      siteName: workspace?.name ?? PRODUCT_NAME,
      minutes,
      url: `${workspace ? workspaceUrl(workspace.subdomain) : apexUrl}${RESET_PASSWORD_PATH}`,
    })
    await db.$transaction((tx) => queueMail(tx, { ...mail, tenantId, to: email }))
  })
}
