import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { Mail } from '../mail.ts'
import { withoutTokens } from './without-tokens.ts'

/** A mail as the outbox holds it. */
export type StoredMail = {
  id: string
  to: string
  subject: string
  body: string
  /** tries that failed so far */
  attempts: number
}

/** How a mail ended; `kept` ones are read in the console and never sent. */
export type MailEnd = { state: 'sent' } | { state: 'kept' } | { state: 'failed'; reason: string }

export async function createMail(tx: PlatformTx, mail: Mail & { id: string }): Promise<void> {
  const { to: toAddress, ...columns } = mail
  // Not `create`, which reads the row back: a tenant's scope may add mails and read none.
  await tx.mailOutbox.createMany({ data: [{ ...columns, toAddress }] })
}

export async function createMailOn(client: ClientBase, mail: Mail & { id: string }): Promise<void> {
  const { id, tenantId, template, to, subject, body } = mail
  await client.query(
    `insert into platform.mail_outbox (id, tenant_id, template, to_address, subject, body)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, tenantId, template, to, subject, body],
  )
}

/** Queues the sending of a mail that the same transaction has written. */
export async function enqueueMail(tx: PlatformTx, mailId: string): Promise<void> {
  await tx.$executeRaw`select platform.enqueue_mail(${mailId}::uuid)`
}

export async function enqueueMailOn(client: ClientBase, mailId: string): Promise<void> {
  await client.query('select platform.enqueue_mail($1)', [mailId])
}

/** The mail, unless it has been dealt with already. */
export async function getPendingMail(tx: PlatformTx, id: string): Promise<StoredMail | null> {
  const mail = await tx.mailOutbox.findFirst({
    where: { id, state: 'pending' },
    select: { toAddress: true, subject: true, body: true, attempts: true },
  })
  if (!mail) return null
  const { toAddress: to, ...columns } = mail
  return { id, to, ...columns }
}

/** What was sent or has failed keeps its text without the tokens in its links. */
export async function saveMailEnd(
  tx: PlatformTx,
  { id, body, attempts }: StoredMail,
  end: MailEnd,
): Promise<void> {
  const { state } = end
  await tx.mailOutbox.updateMany({
    where: { id, state: 'pending' },
    data: {
      state,
      lastError: state === 'failed' ? end.reason : null,
      ...(state === 'kept' ? {} : { body: withoutTokens(body), attempts: attempts + 1 }),
      ...(state === 'sent' ? { sentAt: new Date() } : {}),
    },
  })
}

export async function saveMailProblem(
  tx: PlatformTx,
  { id, attempts }: StoredMail,
  lastError: string,
): Promise<void> {
  await tx.mailOutbox.updateMany({
    where: { id, state: 'pending' },
    data: { lastError, attempts: attempts + 1 },
  })
}
