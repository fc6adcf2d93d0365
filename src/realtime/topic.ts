/** A gap-free, numbered stream of stored events, such as those of one run. */
export type StreamTopic = `run:${string}`
/** The events of many streams as they happen: those of one tenant, or of all tenants. */
export type FeedTopic = `tenant:${string}` | 'fleet'
/** Hints that records of one tenant, or parts of the fleet, have changed: neither stored nor numbered. */
export type ChangesTopic = `records:${string}` | 'fleet-changes'
/** What a client can watch. */
export type Topic = StreamTopic | FeedTopic | ChangesTopic

/** Identifiers are lower case in the database; another spelling would be a room nothing is sent to. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const STREAM = new RegExp(`^run:${UUID}$`)
const FEED = new RegExp(`^(fleet|tenant:${UUID})$`)
const CHANGES = new RegExp(`^(fleet-changes|records:${UUID})$`)

export const FLEET: FeedTopic = 'fleet'
/** What has changed in whatever the control plane knows of the fleet, for people of the platform. */
export const FLEET_CHANGES: ChangesTopic = 'fleet-changes'
/** What hints about the fleet are about; the ids are those of tenants, of rollouts and of checks for drift. */
export type FleetPart = 'tenants' | 'rollouts' | 'drift'

export function runTopic(runId: string): StreamTopic {
  return `run:${runId}`
}

export function tenantTopic(tenantId: string): FeedTopic {
  return `tenant:${tenantId}`
}

export function changesTopic(tenantId: string): ChangesTopic {
  return `records:${tenantId}`
}

export function isStreamTopic(value: unknown): value is StreamTopic {
  return typeof value === 'string' && STREAM.test(value)
}

export function isChangesTopic(value: unknown): value is ChangesTopic {
  return typeof value === 'string' && CHANGES.test(value)
}

export function isTopic(value: unknown): value is Topic {
  return isStreamTopic(value) || isChangesTopic(value) || (typeof value === 'string' && FEED.test(value))
}

/** The kind of a topic: its text before the colon. */
export function prefixOf(topic: Topic): 'run' | 'tenant' | 'records' | 'fleet' {
  if (topic === FLEET) return 'fleet'
  if (isChangesTopic(topic)) return 'records'
  return isStreamTopic(topic) ? 'run' : 'tenant'
}

/** The id of a topic: its text after the colon, empty for the fleet. */
export function idOf(topic: Topic): string {
  return topic.slice(topic.indexOf(':') + 1 || topic.length)
}

/** Everything an event of this stream and tenant is sent to. */
export function audienceOf(stream: StreamTopic, tenantId: string): readonly Topic[] {
  return [stream, tenantTopic(tenantId), FLEET]
}
