import type { ClientBase } from 'pg'
import { formatNotification, NOTIFICATION_CHANNEL, type Notification } from './notification.ts'

/** Subscribes the connection. It must be a session of its own: a transaction-mode pooler would forget it. */
export async function startListening(client: ClientBase): Promise<void> {
  await client.query(`listen ${NOTIFICATION_CHANNEL}`)
}

/** Rejects when the connection does not answer. */
export async function requireAnswer(client: ClientBase): Promise<void> {
  await client.query('select')
}

/** Announces something to every process; inside a transaction, when it commits. */
export async function createNotification(client: ClientBase, notification: Notification): Promise<void> {
  await client.query('select pg_notify($1, $2)', [NOTIFICATION_CHANNEL, formatNotification(notification)])
}
