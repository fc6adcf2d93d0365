import type { TenantDb } from '#src/db/server/database.ts'
import { appendEntries } from '#src/resources/server/ledger.repository.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { requireRecordRoom } from '#src/resources/server/record-room.ts'
import { viewers as viewersResource } from '../../resources/viewers.ts'
import type {
  AwardedMany,
  AwardInput,
  AwardManyInput,
  MovedPoints,
  NamedViewer,
  SpendInput,
} from '../../stream.ts'
import { provideViewer, requireViewer } from '../require-viewer.ts'
import { insertViewers, lockViewersNamed } from '../viewer.repository.ts'
import { withChanges, type ChangeNotes } from '../with-changes.ts'
import { movePoints, pointsEntry, pointsLedger, type PointsEntry } from './points-ledger.ts'

/**
 * Gives a viewer points; a user name that nobody has yet becomes a viewer.
 * @throws AppError NOT_FOUND, LIMIT_REACHED
 */
export function awardPoints(db: TenantDb, caller: RecordCaller, input: AwardInput): Promise<MovedPoints> {
  return withChanges(db, caller, async (tx, notes) => {
    const viewer = await provideViewer(tx, input, { caller, notes })
    const { amount, source, description = null } = input
    const entry = { viewerId: viewer.id, amount, source, description }
    return noteMoved(notes, { viewer, entry, moved: await movePoints(tx, entry) })
  })
}

/** Takes points from a viewer. @throws AppError NOT_FOUND, INSUFFICIENT_BALANCE */
export function spendPoints(db: TenantDb, caller: RecordCaller, input: SpendInput): Promise<MovedPoints> {
  return withChanges(db, caller, async (tx, notes) => {
    const viewer = await requireViewer(tx, input)
    const { source, description = null } = input
    const entry = { viewerId: viewer.id, amount: -input.amount, source, description }
    return noteMoved(notes, { viewer, entry, moved: await movePoints(tx, entry) })
  })
}

/**
 * Gives many viewers points at once, all or none; names that nobody has yet become viewers.
 * @throws AppError LIMIT_REACHED
 */
export function awardMany(db: TenantDb, caller: RecordCaller, input: AwardManyInput): Promise<AwardedMany> {
  return withChanges(db, caller, async (tx, { note, hint }) => {
    const { awards, source, description = null } = input
    const names = awards.map(({ username }) => username)
    await requireRecordRoom(tx, { resource: viewersResource }, caller)
    const added = await insertViewers(tx, caller.tenantId, names)
    const viewers = await lockViewersNamed(tx, names)
    const ids = new Map(viewers.map(({ id, username }) => [username.toLowerCase(), id]))
    const entries = awards.flatMap(({ username, amount }) => {
      const viewerId = ids.get(username.toLowerCase())
      return viewerId === undefined ? [] : [pointsEntry({ viewerId, amount, source, description })]
    })
    const [first] = await appendEntries(tx, pointsLedger, entries)
    const points = entries.reduce((sum, { amount }) => sum + amount, 0)
    for (const { id, username } of added) {
      await note({ resource: 'viewers', id, action: 'create', label: username, after: { username } })
    }
    if (first) {
      // One line for one call: the entries themselves are the history of each viewer.
      const after = { source, description, viewers: viewers.length, points }
      const resource = 'point-transactions'
      await note({ resource, id: first.id, action: 'create', label: `${viewers.length} viewers`, after })
      hint('viewer-points', first.accountId)
    }
    return { viewers: viewers.length, points }
  })
}

async function noteMoved(
  { note, hint }: ChangeNotes,
  {
    viewer,
    entry,
    moved,
  }: { viewer: NamedViewer; entry: PointsEntry; moved: { id: string; balance: number } },
): Promise<MovedPoints> {
  await note({
    resource: 'point-transactions',
    id: moved.id,
    action: 'create',
    label: viewer.username,
    after: { ...entry, balanceAfter: moved.balance },
  })
  hint('viewer-points', viewer.id)
  return { transactionId: moved.id, viewer, amount: entry.amount, balance: moved.balance }
}
