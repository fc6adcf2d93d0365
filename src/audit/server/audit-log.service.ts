import type { Database, PlatformTx } from '#src/db/server/database.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import { printCursor, readCursor, type AuditFilters, type EntryPosition } from '../audit-query.ts'
import { listActorIds, listEntries, type LogEntry } from './audit-log.repository.ts'
import { findPage, findStretch } from './find-entries.ts'
import type { LogSelection } from './log-condition.repository.ts'
import { soundText } from './redact.ts'

type LogDb = Pick<Database, 'platform' | 'member'>
/** Handles on a log: `finder` says which entries match, `reader` reads them, and no more than it may see. */
type LogSource = { finder: PlatformTx; reader: PlatformTx; chain?: string | undefined }

type PageQuery = AuditFilters & { page: number; limit: number }
type PartQuery = AuditFilters & { cursor?: string | undefined }
/** Every log there is, or the one of a tenant; the nil UUID is the platform's. */
type OfWhom = { tenantId?: string | undefined }

export type LogPage = {
  items: LogEntry[]
  total: number
  isTotalExact: boolean
  page: number
  limit: number
}
/** Some entries of an export, and where to go on. */
export type LogPart = { items: LogEntry[]; next: string | null }

/** Entries of one part of an export. */
const PART = 5_000

/** One page of a tenant's log, the newest entry first. Called in the scope of the tenant. */
export async function listAuditLog(db: LogDb, tenantId: string, query: PageQuery): Promise<LogPage> {
  return readPage(ownSource(db, tenantId, query), query)
}

/** The next entries of an export, and where to go on; nothing of it is kept in memory or in a transaction. */
export async function listAuditPart(db: LogDb, tenantId: string, query: PartQuery): Promise<LogPart> {
  return readPart(ownSource(db, tenantId, query), query)
}

/** One page of all logs, or of one, as the platform sees them; the newest entry first. */
export async function listFleetLog(
  db: PlatformTx,
  { tenantId, ...query }: PageQuery & OfWhom,
): Promise<LogPage> {
  return readPage({ finder: db, reader: db, chain: tenantId }, query)
}

/** The next entries of an export over all logs, or of one, as the platform sees them. */
export async function listFleetPart(
  db: PlatformTx,
  { tenantId, ...query }: PartQuery & OfWhom,
): Promise<LogPart> {
  return readPart({ finder: db, reader: db, chain: tenantId }, query)
}

/**
 * An index on words cannot be used behind row level security, so words are looked up by the platform, for this
 * tenant; what was found is read in the tenant's own scope all the same.
 */
function ownSource({ platform, member }: LogDb, tenantId: string, { q }: AuditFilters): LogSource {
  return { finder: q ? platform : member, reader: member, chain: tenantId }
}

async function readPage(source: LogSource, { page, limit, ...filters }: PageQuery): Promise<LogPage> {
  const selection = await selectionOf(source, filters)
  const { positions, ...found } = await findPage(source.finder, selection, {
    limit,
    offset: pageOffset({ page, limit }),
  })
  return { items: await readPositions(source, positions), ...found, page, limit }
}

async function readPart(source: LogSource, { cursor, ...filters }: PartQuery): Promise<LogPart> {
  const selection = await selectionOf(source, filters)
  const positions = await findStretch(source.finder, selection, {
    limit: PART,
    after: cursor === undefined ? undefined : readCursor(cursor),
  })
  const last = positions.at(-1)
  const items = await readPositions(source, positions)
  return { items, next: last && positions.length === PART ? printCursor(last) : null }
}

async function selectionOf({ reader, chain }: LogSource, filters: AuditFilters): Promise<LogSelection> {
  if (!filters.q) return { chain, filters }
  const q = soundText(filters.q)
  return { chain, filters: { ...filters, q }, actorIds: await listActorIds(reader, q) }
}

async function readPositions(
  { reader }: LogSource,
  positions: readonly EntryPosition[],
): Promise<LogEntry[]> {
  return positions.length === 0
    ? []
    : listEntries(
        reader,
        positions.map(({ id }) => id),
      )
}
