import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { NamedViewer, RecordedTip, TipInput } from '../../stream.ts'
import { movePoints } from '../points/points-ledger.ts'
import { provideViewer } from '../require-viewer.ts'
import { withChanges, type ChangeNotes } from '../with-changes.ts'
import { addTowardsGoals, countTowardsGoals } from './goal.repository.ts'
import { insertTip } from './tip.repository.ts'

/**
 * Writes a tip down: goals that count tips move, the viewer gets their points, all in one transaction. A tip that the
 * provider sends again, by its own name for it, is known and changes nothing.
 * @throws AppError NOT_FOUND, VALIDATION_FAILED when nobody is named, LIMIT_REACHED
 */
export function recordTip(db: TenantDb, caller: RecordCaller, input: TipInput): Promise<RecordedTip> {
  return withChanges(db, caller, async (tx, notes) => {
    const { amountCents, currency = caller.currency, message = null, externalId = null, isTest } = input
    // What is sent to look at it makes nobody a viewer.
    const isNobody = isTest && input.viewerId === undefined
    const viewer = isNobody ? null : await findGiver(tx, { input, caller, notes })
    const fromName = input.fromName ?? viewer?.username ?? input.username
    if (fromName === undefined) throw fieldError('fromName', 'Say who it is from.')
    const tip = { fromName, amountCents, currency, message, externalId, isTest, viewerId: viewer?.id ?? null }
    const id = newId()
    const knownId = await insertTip(tx, { id, tenantId: caller.tenantId, ...tip })
    if (knownId !== null) return { tipId: knownId, viewer, isKnown: true, balance: null }
    await notes.note({ resource: 'received-tips', id, action: 'create', label: fromName, after: tip })
    if (isTest) return { tipId: id, viewer, isKnown: false, balance: null }
    const goals = [
      ...(currency === caller.currency ? await addTowardsGoals(tx, amountCents) : []),
      ...(await countTowardsGoals(tx, 'tip-count')),
    ]
    for (const goal of goals) notes.hint('goals', goal)
    const balance = viewer && input.points ? await thank(tx, { viewer, points: input.points, notes }) : null
    return { tipId: id, viewer, isKnown: false, balance }
  })
}

/** Nobody, when somebody gave who is no viewer. */
async function findGiver(
  tx: TenantTx,
  { input, ...rest }: { input: TipInput; caller: RecordCaller; notes: ChangeNotes },
): Promise<NamedViewer | null> {
  const isNamed = input.viewerId !== undefined || input.username !== undefined
  return isNamed ? provideViewer(tx, input, rest) : null
}

async function thank(
  tx: TenantTx,
  { viewer, points, notes }: { viewer: NamedViewer; points: number; notes: ChangeNotes },
): Promise<number> {
  const entry = { viewerId: viewer.id, amount: points, source: 'tip', description: null } as const
  const { id, balance } = await movePoints(tx, entry)
  notes.hint('point-transactions', id)
  notes.hint('viewer-points', viewer.id)
  return balance
}
