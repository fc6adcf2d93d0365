import type { ChangedRecords } from './notification.ts'

/** @property by the socket of the page that made the change */
export type AnnouncedChange = { resource: string; id: string; by?: string | null | undefined }
export type AnnounceChange = (tenantId: string, change: AnnouncedChange) => void

export type ChangeAnnouncer = {
  announce: AnnounceChange
  /** Sends what waits, and takes no more. */
  close: () => Promise<void>
}

/** Changes of this long are told together: a call that writes twenty records is one announcement. */
const BATCH_MS = 50
/** Pause before the next try while the database is away. */
const RETRY_MS = 1_000
/** More than that many ids in one announcement are not named one by one; a payload has 8,000 bytes. */
const MAX_IDS = 100

type Batch = { tenantId: string; by: string | null; resources: Map<string, Set<string>>; count: number }

/**
 * Collects changes and announces them in batches. Not in the transactions that make them: those would then
 * commit one after the other, as PostgreSQL keeps announcements in the order of commits.
 * @param send tells all processes; false when it could not
 */
export function createChangeAnnouncer(send: (changed: ChangedRecords) => Promise<boolean>): ChangeAnnouncer {
  let batches = new Map<string, Batch>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function announce(tenantId: string, { resource, id, by = null }: AnnouncedChange): void {
    if (closed) return
    const key = `${tenantId} ${by ?? ''}`
    const batch: Batch = batches.get(key) ?? { tenantId, by, resources: new Map(), count: 0 }
    const ids = batch.resources.get(resource) ?? new Set<string>()
    // What is too many to be named is not worth remembering either.
    if (batch.count <= MAX_IDS && !ids.has(id)) {
      batch.count += 1
      ids.add(id)
    }
    batch.resources.set(resource, ids)
    batches.set(key, batch)
    timer ??= setTimeout(flushSoon, BATCH_MS)
  }

  function flushSoon(): void {
    timer = undefined
    void flush()
  }

  async function flush(): Promise<void> {
    const sending = batches
    batches = new Map()
    for (const [key, batch] of sending) {
      if (await send(toAnnouncement(batch))) continue
      if (closed) return
      keep(key, batch)
    }
  }

  /** What could not be sent goes with the next try, and says less exactly what has changed. */
  function keep(key: string, batch: Batch): void {
    const resources = new Map([...batch.resources, ...(batches.get(key)?.resources ?? [])])
    batches.set(key, { ...batch, resources, count: MAX_IDS + 1 })
    timer ??= setTimeout(flushSoon, RETRY_MS)
  }

  return {
    announce,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await flush()
    },
  }
}

function toAnnouncement({ tenantId, by, resources, count }: Batch): ChangedRecords {
  const named = count <= MAX_IDS
  return {
    tenantId,
    by,
    resources: Object.fromEntries([...resources].map(([name, ids]) => [name, named ? [...ids] : null])),
  }
}
