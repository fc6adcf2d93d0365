import type { PlatformTx } from '#src/db/server/database.ts'
import { MAX_LISTED, type EntryPosition } from '../audit-query.ts'
import {
  countEntries,
  estimateEntries,
  listMatchIds,
  listPositions,
  listRecentMatches,
  type Stretch,
} from './audit-log.repository.ts'
import type { LogSelection } from './log-condition.repository.ts'

export type FoundPage = { positions: EntryPosition[]; total: number; isTotalExact: boolean }
type Place = { limit: number; offset: number }

/** Words with more matches than this are met soon enough on the way back from the newest entry. */
const FREQUENT = 20_000
/** Entries on that way: each has to be cut into words to be compared, some hundredths of a millisecond. */
const RECENT = 2_000

/** A page of matching entries, the newest first, and how many there are as far as lists reach. */
export async function findPage(db: PlatformTx, selection: LogSelection, place: Place): Promise<FoundPage> {
  if (selection.filters.q) return findByWords(db, selection, place)
  const [found, positions] = await Promise.all([
    countEntries(db, selection),
    listPositions(db, selection, place),
  ])
  return pageOf(positions, found)
}

/** The next matching entries behind a cursor, the newest first. */
export async function findStretch(
  db: PlatformTx,
  selection: LogSelection,
  stretch: Stretch,
): Promise<EntryPosition[]> {
  if (!selection.filters.q) return listPositions(db, selection, stretch)
  // PostgreSQL would walk through a whole log for a word that never was.
  const ids = await listMatchIds(db, selection, FREQUENT + 1)
  return listPositions(db, ids.length > FREQUENT ? selection : named(selection, ids), stretch)
}

/**
 * The index knows all entries with a word, and not which of them are the newest: a word of every other entry takes it
 * long. Such words are looked for in the newest entries instead, and the list ends there.
 */
async function findByWords(db: PlatformTx, selection: LogSelection, place: Place): Promise<FoundPage> {
  const isFrequent = (await estimateEntries(db, selection)) > FREQUENT
  const recent = isFrequent ? await listRecentMatches(db, selection, RECENT) : []
  // Fewer than a page: the statistics were wrong, as they are about two words that never meet.
  if (recent.length >= place.limit) {
    const positions = recent.slice(place.offset, place.offset + place.limit)
    return { positions, total: recent.length, isTotalExact: false }
  }
  const ids = await listMatchIds(db, selection, FREQUENT + 1)
  const known = ids.length > FREQUENT ? selection : named(selection, ids)
  return pageOf(await listPositions(db, known, place), ids.length)
}

function named({ chain }: LogSelection, ids: readonly string[]): LogSelection {
  return { chain, filters: {}, ids }
}

function pageOf(positions: EntryPosition[], found: number): FoundPage {
  return { positions, total: Math.min(found, MAX_LISTED), isTotalExact: found <= MAX_LISTED }
}
