import type { Database } from '#src/db/server/database.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import {
  MAX_LISTED,
  printCursor,
  readCursor,
  type AuditFilters,
  type AuditRecord,
  type EntryPosition,
} from '../audit-query.ts'
import {
  countEntries,
  listActorIds,
  listEntries,
  listPositions,
  type LogSelection,
} from './audit-log.repository.ts'
import { soundText } from './redact.ts'

type LogDb = Pick<Database, 'platform' | 'member'>
export type LogPage = {
  items: AuditRecord[]
  total: number
  isTotalExact: boolean
  page: number
  limit: number
}

/** Entries of one part of an export. */
const PART = 5_000

/** One page of a tenant's log, the newest entry first. Called in the scope of the tenant. */
export async function listAuditLog(
  db: LogDb,
  tenantId: string,
  { page, limit, ...filters }: AuditFilters & { page: number; limit: number },
): Promise<LogPage> {
  const selection = await selectionOf(db, tenantId, filters)
  const finder = finderOf(db, filters)
  const [found, positions] = await Promise.all([
    countEntries(finder, selection),
    listPositions(finder, selection, { limit, offset: pageOffset({ page, limit }) }),
  ])
  const items = await readPositions(db, positions)
  return { items, total: Math.min(found, MAX_LISTED), isTotalExact: found <= MAX_LISTED, page, limit }
}

/** The next entries of an export, and where to go on; nothing of it is kept in memory or in a transaction. */
export async function listAuditPart(
  db: LogDb,
  tenantId: string,
  { cursor, ...filters }: AuditFilters & { cursor?: string | undefined },
): Promise<{ items: AuditRecord[]; next: string | null }> {
  const selection = await selectionOf(db, tenantId, filters)
  const positions = await listPositions(finderOf(db, filters), selection, {
    limit: PART,
    after: cursor === undefined ? undefined : readCursor(cursor),
  })
  const last = positions.at(-1)
  const items = await readPositions(db, positions)
  return { items, next: last && positions.length === PART ? printCursor(last) : null }
}

/**
 * An index on words cannot be used behind row level security, so words are looked up by the platform, for this
 * tenant; what was found is read in the tenant's own scope all the same.
 */
function finderOf({ platform, member }: LogDb, { q }: AuditFilters) {
  return q ? platform : member
}

async function selectionOf(
  { member }: LogDb,
  tenantId: string,
  filters: AuditFilters,
): Promise<LogSelection> {
  if (!filters.q) return { tenantId, filters }
  const q = soundText(filters.q)
  return { tenantId, filters: { ...filters, q }, actorIds: await listActorIds(member, q) }
}

async function readPositions({ member }: LogDb, positions: readonly EntryPosition[]): Promise<AuditRecord[]> {
  return positions.length === 0
    ? []
    : listEntries(
        member,
        positions.map(({ id }) => id),
      )
}
