import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { Mail } from './mail.ts'
import { withoutTokens } from './without-tokens.ts'

/** A mail as the outbox holds it. */
export type StoredMail = { id: string; to: string; subject: string; body: string }

/** How a mail ended. */
export type MailEnd = { state: 'sent' } | { state: 'failed'; reason: string }

export async function createMail(tx: PlatformTx, mail: Mail & { id: string }): Promise<void> {
  const { to: toAddress, ...columns } = mail
  await tx.mailOutbox.create({ data: { ...columns, toAddress }, select: { id: true } })
}

export async function createMailOn(client: ClientBase, mail: Mail & { id: string }): Promise<void> {
  const { id, tenantId, template, to, subject, body } = mail
  await client.query(
    `insert into platform.mail_outbox (id, tenant_id, template, to_address, subject, body)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, tenantId, template, to, subject, body],
  )
}

/** The mail, unless it has been dealt with already. */
export async function getPendingMail(tx: PlatformTx, id: string): Promise<StoredMail | null> {
  const mail = await tx.mailOutbox.findFirst({
    where: { id, state: 'pending' },
    select: { id: true, toAddress: true, subject: true, body: true },
  })
  return mail && { id: mail.id, to: mail.toAddress, subject: mail.subject, body: mail.body }
}

export async function saveMailEnd(tx: PlatformTx, { id, body }: StoredMail, end: MailEnd): Promise<void> {
  const { state } = end
  await tx.mailOutbox.updateMany({
    where: { id, state: 'pending' },
    data: {
      state,
      lastError: state === 'failed' ? end.reason : null,
      ...(state === 'sent' ? { sentAt: new Date() } : {}),
      body: withoutTokens(body),
    },
  })
}

export async function saveMailProblem(tx: PlatformTx, id: string, lastError: string): Promise<void> {
  await tx.mailOutbox.updateMany({ where: { id, state: 'pending' }, data: { lastError } })
}
