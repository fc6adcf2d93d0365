import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { Purchased, PurchaseInput, Consumed, ConsumeInput } from '../../stream.ts'
import { movePoints } from '../points/points-ledger.ts'
import { requireViewer } from '../require-viewer.ts'
import { withChanges } from '../with-changes.ts'
import {
  addToInventory,
  lockPowerup,
  takeFromInventory,
  takeFromStock,
  type NamedPowerup,
  type Powerup,
} from './powerup.repository.ts'

/**
 * A viewer buys a powerup: points, stock, inventory and the purchase change together, or not at all. Buyers of one
 * powerup come one after another, those of one viewer too, in this order everywhere.
 * @throws AppError NOT_FOUND, NOT_AVAILABLE when it is not on sale or not enough are left, INSUFFICIENT_BALANCE
 */
export function purchasePowerup(
  db: TenantDb,
  caller: RecordCaller,
  input: PurchaseInput,
): Promise<Purchased> {
  return withChanges(db, caller, async (tx, { note, hint }) => {
    const { tenantId } = caller
    const { quantity } = input
    const viewer = await requireViewer(tx, input)
    const powerup = await requireOnSale(tx, input)
    const cost = powerup.cost * quantity
    const paid = await pay(tx, { viewerId: viewer.id, powerup, quantity, cost })
    if (powerup.stock !== null) await takeFromStock(tx, { id: powerup.id, quantity })
    const owned = { tenantId, viewerId: viewer.id, powerupId: powerup.id, quantity }
    const inventory = await addToInventory(tx, owned)
    const purchase = { id: newId(), ...owned, cost, transactionId: paid.id }
    await tx.powerupPurchase.create({ data: purchase, select: { id: true } })
    const { id, key, name } = powerup
    await note({
      resource: 'powerup-purchases',
      id: purchase.id,
      action: 'create',
      label: `${name}, ${viewer.username}`,
      after: { viewerId: viewer.id, powerupId: id, quantity, cost },
    })
    hint('viewer-points', viewer.id)
    hint('point-transactions', paid.id ?? purchase.id)
    hint('powerup-inventory', inventory.id)
    if (powerup.stock !== null) hint('powerups', id)
    return {
      purchaseId: purchase.id,
      viewer,
      powerup: { id, key, name },
      quantity,
      cost,
      balance: paid.balance,
      inInventory: inventory.quantity,
      stock: powerup.stock === null ? null : powerup.stock - quantity,
    }
  })
}

/** A viewer uses one of what they bought. @throws AppError NOT_FOUND, INSUFFICIENT_BALANCE when there is none left */
export function consumePowerup(db: TenantDb, caller: RecordCaller, input: ConsumeInput): Promise<Consumed> {
  return withChanges(db, caller, async (tx, { note }) => {
    requireNamed(input)
    const viewer = await requireViewer(tx, input)
    const left = await requireInInventory(tx, { ...input, viewerId: viewer.id })
    const label = `${left.name}, ${viewer.username}`
    const after = { quantity: left.quantity }
    await note({ resource: 'powerup-inventory', id: left.id, action: 'update', label, after })
    return { viewer, inInventory: left.quantity }
  })
}

/** Takes one of what a viewer has. @throws AppError INSUFFICIENT_BALANCE */
export async function requireInInventory(tx: TenantTx, owned: { viewerId: string } & NamedPowerup) {
  const left = await takeFromInventory(tx, owned)
  if (!left) throw new AppError('INSUFFICIENT_BALANCE', { message: 'None of these is left to use.' })
  return left
}

function requireNamed({ powerupId, powerupKey }: NamedPowerup): void {
  if (powerupId === undefined && powerupKey === undefined) throw fieldError('powerupKey', 'Name the powerup.')
}

async function requireOnSale(tx: TenantTx, input: PurchaseInput): Promise<Powerup> {
  requireNamed(input)
  const powerup = await lockPowerup(tx, input)
  if (!powerup) throw new AppError('NOT_FOUND', { message: 'This powerup does not exist.' })
  if (!powerup.enabled) {
    throw new AppError('NOT_AVAILABLE', {
      message: `${powerup.name} is not on sale.`,
      details: { reason: 'disabled' },
    })
  }
  const { stock } = powerup
  if (stock !== null && stock < input.quantity) {
    throw new AppError('NOT_AVAILABLE', {
      message: stock === 0 ? `${powerup.name} is sold out.` : `Only ${stock} of these are left.`,
      details: { reason: 'out-of-stock', stock },
    })
  }
  return powerup
}

type Payment = { viewerId: string; powerup: Powerup; quantity: number; cost: number }

/** What is free leaves no entry behind. */
async function pay(
  tx: TenantTx,
  { viewerId, powerup, quantity, cost }: Payment,
): Promise<{ id: string | null; balance: number }> {
  if (cost > 0) {
    const description = quantity === 1 ? powerup.name : `${quantity} × ${powerup.name}`
    return movePoints(tx, { viewerId, amount: -cost, source: 'spend', description })
  }
  const known = await tx.viewerPoints.findFirst({ where: { viewerId }, select: { channelPoints: true } })
  return { id: null, balance: known?.channelPoints ?? 0 }
}
