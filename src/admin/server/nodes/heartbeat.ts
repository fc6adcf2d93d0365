import { hostname } from 'node:os'
import type { Database } from '#src/db/server/database.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { newId } from '#src/shared/ids.ts'
import { HEARTBEAT_SECONDS, type NodeKind } from '../../node.ts'
import { deleteNode, saveNodeSign } from './node.repository.ts'

export type Heartbeat = {
  /** of this start of the process */
  id: string
  /** Tells at once what has changed, instead of with the next sign. */
  beatNow: () => Promise<void>
  /** Takes the process out of the list: it ends in order and is not lost. */
  stop: () => Promise<void>
}

type HeartbeatOptions = {
  kind: NodeKind
  version: string
  commit: string | null
  /** migrations of modules that its code has, as module/name */
  migrations: readonly string[]
  /** what its code builds beforehand, and how many of each set of modules */
  pool?: { fingerprint: string; size: number }
  /** whether this process takes jobs at this moment */
  takesJobs: () => boolean
  /** what the queue calls it while it holds a job */
  locks: () => readonly string[]
  /** by which processes see whether they belong together */
  marks: readonly string[]
  logger: Logger
  everyMs?: number
}

/**
 * Tells the database again and again that this process lives. While the database is away nothing is told, and
 * nothing else suffers.
 */
export async function startHeartbeat(
  { platform, platformQuery }: Pick<Database, 'platform' | 'platformQuery'>,
  { takesJobs, locks, logger, everyMs = HEARTBEAT_SECONDS * 1_000, ...self }: HeartbeatOptions,
): Promise<Heartbeat> {
  const sign = {
    ...self,
    id: newId(),
    host: hostname(),
    pid: process.pid,
    runtime: process.version,
    startedAt: new Date(performance.timeOrigin),
  }
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let beating = Promise.resolve()

  function next(): void {
    beating = beat()
  }
  async function beat(): Promise<void> {
    try {
      await saveNodeSign(platformQuery, { ...sign, takesJobs: takesJobs(), locks: locks() })
    } catch (error) {
      logger.warn({ err: error }, 'a sign of life could not be stored')
    }
    if (!isStopped) timer = setTimeout(next, everyMs).unref()
  }

  async function beatNow(): Promise<void> {
    await beating
    clearTimeout(timer)
    next()
    await beating
  }

  await beatNow()
  return {
    id: sign.id,
    beatNow,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await beating
      await deleteNode(platform, sign.id)
    },
  }
}
