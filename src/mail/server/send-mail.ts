import type { PlatformDb } from '#src/db/server/database.ts'
import { implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { enqueue } from '#src/jobs/server/enqueue.repository.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { MailTransport } from './mail-transport.ts'
import { mailJobKey, sendMailTask } from './mail.tasks.ts'
import { getPendingMail, saveMailEnd, saveMailProblem, type StoredMail } from './outbox.repository.ts'
import { readSmtpFailure } from './smtp-failure.ts'

export type SendMailDeps = {
  db: PlatformDb
  logger: Logger
  /** null where no mail server is configured: mails are kept */
  transport: MailTransport | null
  /** seconds to wait after each failed attempt; when they are used up the mail has failed */
  retryAfterSeconds?: readonly number[]
}

/** Greylisting ends within minutes, an outage of a mail server within hours: a bit more than a day. */
const RETRY_AFTER_SECONDS = [10, 60, 300, 900, 3_600, 10_800, 21_600, 43_200]

/**
 * Sends mails of the outbox. A mail the server refuses for good has failed, one it cannot take now is tried
 * again later. A process that dies between the server's yes and ours sends it a second time, under the same
 * Message-ID.
 */
export function createSendMailTask(deps: SendMailDeps): Task {
  return implementTask(sendMailTask, async ({ mailId }) => {
    const mail = await getPendingMail(deps.db, mailId)
    if (mail) await sendMail(deps, mail)
  })
}

async function sendMail(deps: SendMailDeps, mail: StoredMail): Promise<void> {
  const { db, logger, transport } = deps
  if (!transport) return saveMailEnd(db, mail, { state: 'kept' })
  try {
    await transport.send(mail)
  } catch (error) {
    const { isPermanent, reason } = readSmtpFailure(error)
    const delays = deps.retryAfterSeconds ?? RETRY_AFTER_SECONDS
    const retryAfter = isPermanent ? undefined : delays[mail.attempts]
    logger.warn({ mailId: mail.id, reason, retryAfterSeconds: retryAfter }, 'a mail was not sent')
    if (retryAfter === undefined) return saveMailEnd(db, mail, { state: 'failed', reason })
    return retryLater(db, mail, { reason, retryAfter })
  }
  await saveMailEnd(db, mail, { state: 'sent' })
}

async function retryLater(
  db: PlatformDb,
  mail: StoredMail,
  { reason, retryAfter }: { reason: string; retryAfter: number },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await saveMailProblem(tx, mail, reason)
    await enqueue(tx, sendMailTask, {
      payload: { mailId: mail.id },
      runAt: new Date(Date.now() + retryAfter * 1_000),
      key: mailJobKey(mail.id),
    })
  })
}
