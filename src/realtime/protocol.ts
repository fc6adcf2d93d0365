import { z } from 'zod'
import { isStreamTopic, isTopic, type ChangesTopic, type StreamTopic, type Topic } from './topic.ts'

export const SOCKET_PATH = '/socket.io'
/** Longest message a client may send, in bytes; a watch with its token needs a tenth of it. */
export const MAX_MESSAGE_BYTES = 4_096
/** Topics one socket may watch at a time. */
export const MAX_WATCHED_TOPICS = 50
/** Watch calls one socket may make at once, and how many more each second; a reconnecting page re-watches all. */
export const WATCH_BURST = MAX_WATCHED_TOPICS + 10
export const WATCHES_PER_SECOND = 10

const topic = z.custom<Topic>(isTopic, 'is not a topic')
const stream = z.custom<StreamTopic>(isStreamTopic, 'is not a stream')
const seq = z.int().min(0).max(2_147_483_647)
const failure = z.object({ code: z.string(), message: z.string() })

/** What a socket says about itself when it connects. */
export const handshakeAuth = z.object({ token: z.string().min(1).max(500).nullish() })

/**
 * Asks for a topic. `after` is the number of the newest event the client has of a stream: it then gets what
 * came later instead of a snapshot.
 */
export const watchMessage = z.object({
  topic,
  after: seq.optional(),
  token: z.string().min(1).max(500).optional(),
})
export type WatchMessage = z.infer<typeof watchMessage>

export const unwatchMessage = z.object({ topic })
export type UnwatchMessage = z.infer<typeof unwatchMessage>

/** The least that every stored event has; its other fields belong to whoever writes it. */
export const storedEvent = z.looseObject({ tenantId: z.string(), seq, at: z.string() })
/** `seq` counts within the stream from 1 without gaps, `at` is an ISO time. */
export type StoredEvent = { readonly tenantId: string; readonly seq: number; readonly at: string }

/**
 * Answer to a watch. Either `snapshot` is the state up to event `lastSeq` (always 0 for feeds) and `events` is
 * empty, or the watch resumed: `snapshot` is null and `events` are those after the client's number, in order.
 * A topic that does not exist and one the caller may not see are both NOT_FOUND.
 */
export const watchAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), snapshot: z.unknown(), lastSeq: seq, events: z.array(storedEvent) }),
  z.object({ ok: z.literal(false), error: failure }),
])
export type WatchAnswer =
  | { ok: true; snapshot: unknown; lastSeq: number; events: readonly StoredEvent[] }
  | { ok: false; error: { code: string; message: string } }

/**
 * The next events of `stream`, sent because of `topic`; both are equal unless the topic is a feed. Several come
 * together when they were stored while the ones before were being sent.
 */
export const eventsMessage = z.object({ topic, stream, events: z.array(storedEvent) })
export type EventsMessage = { topic: Topic; stream: StreamTopic; events: readonly StoredEvent[] }

export const revocationReasons = ['signed-out', 'session-expired', 'tenant-unavailable'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** The caller lost its right to a topic; watching it again would be refused. */
export const revokedMessage = z.object({ topic, reason: z.enum(revocationReasons) })
export type RevokedMessage = z.infer<typeof revokedMessage>

/** Events of a feed or hints may have been missed; the client should watch it anew. */
export const staleMessage = z.object({ topic })
export type StaleMessage = z.infer<typeof staleMessage>

/** Records of one resource that have changed; `ids` is null where the watcher may not know which, or for very many. */
export const recordChange = z.object({ resource: z.string(), ids: z.array(z.string()).nullable() })
export type RecordChange = { readonly resource: string; readonly ids: readonly string[] | null }

/** Hints that what the page shows may be out of date. They say what to ask for again and hold no data. */
export const changedMessage = z.object({ topic, changes: z.array(recordChange) })
export type ChangedMessage = { topic: ChangesTopic; changes: readonly RecordChange[] }

export type ClientToServerEvents = {
  watch: (message: WatchMessage, answer: (answer: WatchAnswer) => void) => void
  unwatch: (message: UnwatchMessage) => void
}

export type ServerToClientEvents = {
  events: (message: EventsMessage) => void
  revoked: (message: RevokedMessage) => void
  stale: (message: StaleMessage) => void
  changed: (message: ChangedMessage) => void
}
