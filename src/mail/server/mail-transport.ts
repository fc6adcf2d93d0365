import { createTransport } from 'nodemailer'
import type { StoredMail } from './outbox.repository.ts'
import { htmlBodyOf } from './html-body.ts'

/** Hands mails to a mail server. */
export type MailTransport = {
  /** @throws whatever went wrong; `readSmtpFailure` says what it means */
  send: (mail: Omit<StoredMail, 'attempts'>) => Promise<void>
}

/** In milliseconds: a job that waits for a mail server keeps others waiting. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** @param smtpUrl such as smtps://user:password@mail.example:465. @param from as in `BERTH_MAIL_FROM` */
export function createMailTransport(smtpUrl: string, from: string): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    send: async ({ id, to, subject, body }) => {
      await transporter.sendMail({
        from,
        // As an object it is one address, whatever it looks like; as a text it could be a list.
        to: { name: '', address: to },
        subject,
        text: body,
        html: htmlBodyOf(body),
        // The same for each attempt: a receiver that got it twice can tell.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
