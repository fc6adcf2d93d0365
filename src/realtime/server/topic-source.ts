import type { Identity } from '#src/auth/identity.ts'
import type { StoredEvent } from '../protocol.ts'
import type { ChangesTopic, FeedTopic, StreamTopic } from '../topic.ts'

/** Who opened a socket. At least one of `identity` and `watchToken` is there. */
export type SocketCaller = {
  identity: Identity | null
  /** tenant of the host the socket was opened on, null on the apex */
  hostTenantId: string | null
  /** token of a visitor, given when the socket was opened */
  watchToken: string | null
  ip: string | null
  /** when the sign-in ends, in milliseconds since 1970; the socket is closed then */
  expiresAt?: number
}

/** Where the events of one kind of stream are stored, and who may see them. Supplied by the slice that writes them. */
export type StreamSource = {
  /** False for a stream that does not exist, too. `token` is the watch's own, else the socket's. */
  authorize(caller: SocketCaller, topic: StreamTopic, token: string | null): Promise<boolean>
  /** The state now and the number of the newest event in it, read in one snapshot; null when there is none. */
  snapshot(topic: StreamTopic): Promise<{ snapshot: unknown; lastSeq: number } | null>
  /** Events with a higher number, in order and without gaps, all of one tenant; may stop after some hundred. */
  eventsAfter(topic: StreamTopic, seq: number): Promise<readonly StoredEvent[]>
  /** Numbers of the newest events of many streams, in one query. */
  lastSeqs(topics: readonly StreamTopic[]): Promise<ReadonlyMap<StreamTopic, number>>
}

/**
 * State over many streams. It has no numbers of its own: each event names its stream and number, events are in
 * order within their stream only, and applying one that the snapshot already contains must change nothing.
 */
export type FeedSource = {
  authorize(caller: SocketCaller, topic: FeedTopic, token: string | null): Promise<boolean>
  snapshot(topic: FeedTopic): Promise<{ snapshot: unknown } | null>
}

/**
 * How much of a change of a resource somebody hears: which records, only that there was one, or nothing. Where the
 * change may have been of the right to hear anything, they have to ask for that again.
 */
export type Hearing = 'records' | 'resource' | 'nothing' | 'ask-again'
/** What somebody hears, by the rights they had when they began to watch. Sockets end when those change. */
export type HearingOf = (resource: string) => Hearing

/** Who hears of changed records. */
export type ChangeSource = {
  /** What the caller may hear of this tenant; null for nothing at all, and for a tenant that does not exist. */
  authorize(caller: SocketCaller, topic: ChangesTopic, token: string | null): Promise<HearingOf | null>
  /** Those of the resources that the tenant has switched on at this moment. */
  listOpen(tenantId: string, resources: readonly string[]): Promise<readonly string[]>
}

/** Sources by the kind of topic they serve; a kind without one does not exist for callers. */
export type TopicSources = {
  run?: StreamSource
  tenant?: FeedSource
  fleet?: FeedSource
  records?: ChangeSource
}
