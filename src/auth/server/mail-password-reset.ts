import type { PlatformDb } from '#src/db/server/database.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { passwordResetMail } from '#src/mail/server/account-mails.ts'
import { queueMail } from '#src/mail/server/queue-mail.ts'
import { getAccountByEmail } from './account.repository.ts'
import { resetUrlOf } from './account-site.ts'
import { deleteOneTimeTokens } from './one-time-token.repository.ts'
import { createOneTimeToken, lifetimeMinutes } from './one-time-token.service.ts'
import { passwordResetTask } from './password-reset.tasks.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

const purpose = 'password-reset'

/** The work behind a wish for a new password. An older link of the same person stops working. */
export function createPasswordResetTask(db: PlatformDb): Task {
  return implementTask(passwordResetTask, async ({ tenantId, email, mark, site, caller }) => {
    await db.$transaction(async (tx) => {
      const account = await getAccountByEmail(tx, { tenantId, email })
      const isKnown = account?.isActive === true
      await createSignInRecord(tx, {
        tenantId,
        actorId: null,
        action: 'auth.password_reset_request',
        resource: { type: 'user', id: account?.id ?? null },
        details: isKnown
          ? {}
          : account
            ? { reason: 'inactive_account' }
            : { reason: 'unknown_account', account: mark },
        caller,
      })
      if (!isKnown) return
      const { id: userId, fullName } = account
      await deleteOneTimeTokens(tx, { userId, purpose })
      const token = await createOneTimeToken(tx, { purpose, tenantId, userId })
      const mail = passwordResetMail({
        fullName,
        siteName: site.name,
        url: resetUrlOf(site, token),
        validMinutes: lifetimeMinutes(purpose),
      })
      await queueMail(tx, { ...mail, tenantId, to: email })
    })
  })
}
