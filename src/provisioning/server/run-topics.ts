import type { PlatformDb } from '#src/db/server/database.ts'
import type { StoredEvent } from '#src/realtime/protocol.ts'
import { idOf, runTopic, type StreamTopic } from '#src/realtime/topic.ts'
import type { SocketCaller, StreamSource } from '#src/realtime/server/topic-source.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { getRunSnapshot, listRunEvents } from './run.repository.ts'

/** Decides whether somebody may watch a run; the rule belongs to the layer that knows people and tenants. */
export type RunWatchRule = (
  caller: SocketCaller,
  run: { runId: string; tenantId: string },
  token: string | null,
) => Promise<boolean>

/** Runs as streams of stored events. */
export function createRunSource(db: PlatformDb, mayWatch: RunWatchRule): StreamSource {
  return {
    authorize: async (caller, topic, token) => {
      const runId = idOf(topic)
      const run = await db.provisioningRun.findUnique({ where: { id: runId }, select: { tenantId: true } })
      return run !== null && mayWatch(caller, { runId, tenantId: run.tenantId }, token)
    },
    snapshot: async (topic) => {
      // One snapshot of the database for run and steps: an event must not fall between the two reads.
      const snapshot = await db
        .$transaction((tx) => getRunSnapshot(tx, idOf(topic)), { isolationLevel: 'RepeatableRead' })
        .catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'NOT_FOUND') return null
          throw error
        })
      return snapshot && { snapshot, lastSeq: snapshot.lastSeq }
    },
    eventsAfter: (topic, seq): Promise<StoredEvent[]> =>
      listRunEvents(db, { runId: idOf(topic), after: seq }),
    lastSeqs: async (topics) => {
      const rows = await db.provisioningRun.findMany({
        where: { id: { in: topics.map(idOf) } },
        select: { id: true, lastSeq: true },
      })
      return new Map<StreamTopic, number>(rows.map(({ id, lastSeq }) => [runTopic(id), lastSeq]))
    },
  }
}
