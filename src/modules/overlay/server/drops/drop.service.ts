import type { TenantDb } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { newId } from '#src/shared/ids.ts'
import type { DropInput, RecordedDrop } from '../../stream.ts'
import { movePoints } from '../points/points-ledger.ts'
import { requireInInventory } from '../powerups/powerup.service.ts'
import { provideViewer } from '../require-viewer.ts'
import { countTowardsGoals } from '../tips/goal.repository.ts'
import { withChanges } from '../with-changes.ts'

/**
 * Writes a drop down: the viewer's score and points, the powerup it took, goals that count drops.
 * @throws AppError NOT_FOUND, INSUFFICIENT_BALANCE when the viewer has no such powerup, LIMIT_REACHED
 */
export function recordDrop(db: TenantDb, caller: RecordCaller, input: DropInput): Promise<RecordedDrop> {
  return withChanges(db, caller, async (tx, notes) => {
    const { tenantId } = caller
    const { score, isPerfect, powerupUsed = null } = input
    const viewer = await provideViewer(tx, input, { caller, notes })
    const drop = { id: newId(), tenantId, viewerId: viewer.id, score, isPerfect, powerupUsed }
    for (const goal of await countTowardsGoals(tx, 'drops')) notes.hint('goals', goal)
    // The balance before the inventory, as a purchase does.
    await tx.dropRecord.create({ data: drop, select: { id: true } })
    if (input.points) {
      const amount = input.points
      const moved = await movePoints(tx, { viewerId: viewer.id, amount, source: 'drop', description: null })
      notes.hint('point-transactions', moved.id)
    }
    if (powerupUsed !== null) {
      const left = await requireInInventory(tx, { viewerId: viewer.id, powerupKey: powerupUsed })
      notes.hint('powerup-inventory', left.id)
    }
    const { tenantId: _, id, ...after } = drop
    await notes.note({ resource: 'drop-history', id, action: 'create', label: viewer.username, after })
    notes.hint('viewer-points', viewer.id)
    const { dropPoints, totalDrops, channelPoints } = await tx.viewerPoints.findFirstOrThrow({
      where: { viewerId: viewer.id },
      select: { dropPoints: true, totalDrops: true, channelPoints: true },
    })
    return { dropId: id, viewer, dropPoints, totalDrops, balance: channelPoints }
  })
}
