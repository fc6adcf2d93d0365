import type { ClientBase } from 'pg'
import type { PlatformTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { Mail } from '../mail.ts'
import { createMail, createMailOn, enqueueMail, enqueueMailOn } from './outbox.repository.ts'

/**
 * Puts a mail into the outbox and queues its sending, in the transaction of `tx`: nothing is sent unless that
 * commits. The worker decides what sending means; without a mail server the mail is kept for the console.
 * @param tx of the platform's scope, or of the tenant's whose mail it is
 */
export async function queueMail(tx: PlatformTx, mail: Mail): Promise<void> {
  const id = newId()
  await createMail(tx, { ...mail, id })
  await enqueueMail(tx, id)
}

/** The same on a plain connection that is inside a transaction of the platform's scope. */
export async function queueMailOn(client: ClientBase, mail: Mail): Promise<void> {
  const id = newId()
  // One behind the other on the same connection, without waiting in between.
  await Promise.all([createMailOn(client, { ...mail, id }), enqueueMailOn(client, id)])
}
