import { z } from 'zod'
import { isStreamTopic, type StreamTopic } from '../topic.ts'

/** Records of a tenant that have changed: their ids by resource, null for too many to name. */
export type ChangedRecords = {
  tenantId: string
  resources: Readonly<Record<string, readonly string[] | null>>
  /** the socket of the page that made the changes and knows of them */
  by: string | null
}

/** The one PostgreSQL channel of this application. */
export const NOTIFICATION_CHANNEL = 'berth_events'

/** Sockets to close: those of one session, of one person, or of everybody at a tenant. */
export type Revocation = { sessionId: string } | { userId: string } | { tenantId: string }

/**
 * What is announced after it was stored; identifiers only. Any database role can NOTIFY, so a notification is
 * never more than a hint to look: what is sent, and to whom, comes from the stored rows.
 */
export type Notification =
  | { topic: StreamTopic; tenantId: string; seq: number }
  | { revoke: Revocation }
  /** something about this tenant has changed: its address, its status, its modules */
  | { tenant: string }
  /** a rollout has moved, or whoever works on it lives */
  | { rollout: string }
  /** a check for drift has moved */
  | { drift: string }
  /** records of a tenant have changed */
  | { changed: ChangedRecords }

const notification = z.union([
  z.object({
    topic: z.custom<StreamTopic>(isStreamTopic),
    tenantId: z.uuid(),
    seq: z.int().positive(),
  }),
  z.object({
    revoke: z.union([
      z.strictObject({ sessionId: z.uuid() }),
      z.strictObject({ userId: z.uuid() }),
      z.strictObject({ tenantId: z.uuid() }),
    ]),
  }),
  z.object({ tenant: z.uuid() }),
  z.object({ rollout: z.uuid() }),
  z.object({ drift: z.uuid() }),
  z.object({
    changed: z.object({
      tenantId: z.uuid(),
      resources: z.record(z.string(), z.array(z.uuid()).nullable()),
      by: z.string().nullable(),
    }),
  }),
])

/** The payload for `pg_notify`: at most about 150 of the 8,000 bytes PostgreSQL allows, 5,000 for changed records. */
export function formatNotification(value: Notification): string {
  return JSON.stringify(value)
}

/** The notification in a payload; null when it is not one of ours. */
export function parseNotification(payload: string | undefined): Notification | null {
  if (payload === undefined) return null
  try {
    return notification.safeParse(JSON.parse(payload)).data ?? null
  } catch {
    return null
  }
}
