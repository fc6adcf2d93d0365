import type { RecordChange } from '../protocol.ts'
import { changesTopic } from '../topic.ts'
import type { ChangedRecords } from './notification.ts'
import type { Rooms } from './rooms.ts'
import type { HearingOf, TopicSources } from './topic-source.ts'

/**
 * Passes on that records have changed: to each socket what its person may hear, and nothing to the one that
 * made the changes. The announcement is a hint, which anybody could forge; so is what becomes of it.
 */
export async function publishChanges(
  { rooms, sources: { records } }: { rooms: Rooms; sources: TopicSources },
  { tenantId, resources, by }: ChangedRecords,
): Promise<void> {
  const topic = changesTopic(tenantId)
  if (!records || !rooms.isWatched(topic)) return
  const open = await records.listOpen(tenantId, Object.keys(resources))
  const all = open.map((resource): RecordChange => ({ resource, ids: resources[resource] ?? null }))
  for (const watcher of rooms.listListeners(topic)) {
    const { socket, hearing } = watcher
    if (!hearing || socket.id === by) continue
    if (all.some(({ resource }) => hearing(resource) === 'ask-again')) {
      socket.emit('stale', { topic })
      rooms.close(watcher)
      continue
    }
    const changes = all.flatMap((change) => heard(change, hearing))
    if (changes.length > 0) socket.emit('changed', { topic, changes })
  }
}

function heard(change: RecordChange, hearing: HearingOf): RecordChange[] {
  switch (hearing(change.resource)) {
    case 'records':
      return [change]
    case 'resource':
      return [{ ...change, ids: null }]
    case 'ask-again':
    case 'nothing':
      return []
  }
}
