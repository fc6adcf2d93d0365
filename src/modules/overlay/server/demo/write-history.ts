import type { TenantTx } from '#src/db/server/database.ts'
import { appendEntry } from '#src/resources/server/ledger.repository.ts'
import { newId } from '#src/shared/ids.ts'
import type { PointSource } from '../../point-source.ts'
import { pointsEntry, pointsLedger } from '../points/points-ledger.ts'
import { addToInventory } from '../powerups/powerup.repository.ts'
import { addTowardsGoals, countTowardsGoals } from '../tips/goal.repository.ts'
import type { DemoEvent } from './demo-history.ts'

type Named = { id: string; name: string }
export type DemoCast = {
  tenantId: string
  currency: string
  viewers: readonly Named[]
  powerups: readonly (Named & { cost: number })[]
  random: () => number
}

const PERFECT = 95
const POINTS_PER_TIP_CENT = 1 / 10

/** Writes what happened on stream, each with its own time; nobody buys what they cannot pay. */
export async function writeHistory(
  tx: TenantTx,
  cast: DemoCast,
  events: readonly DemoEvent[],
): Promise<void> {
  const balances = new Map<string, number>()
  for (const event of events) {
    const viewer = cast.viewers[event.viewer]
    if (viewer) await writeEvent(tx, { cast, viewer, balances }, event)
  }
}

type Scene = { cast: DemoCast; viewer: Named; balances: Map<string, number> }

async function writeEvent(tx: TenantTx, scene: Scene, event: DemoEvent): Promise<void> {
  const { cast, viewer } = scene
  const { tenantId, currency } = cast
  const born = { id: newId(), tenantId, viewerId: viewer.id, createdAt: event.at }
  switch (event.kind) {
    case 'points':
      await move(tx, scene, { ...event, description: null })
      return
    case 'drop': {
      const { score, at } = event
      await tx.dropRecord.create({
        data: { ...born, score, isPerfect: score >= PERFECT },
        select: { id: true },
      })
      await countTowardsGoals(tx, 'drops')
      if (score > 0) await move(tx, scene, { amount: score, source: 'drop', description: null, at })
      return
    }
    case 'tip': {
      const { amountCents, message, at } = event
      const tip = { ...born, fromName: viewer.name, amountCents, currency, message }
      await tx.receivedTip.create({ data: tip, select: { id: true } })
      await addTowardsGoals(tx, amountCents)
      const amount = Math.floor(amountCents * POINTS_PER_TIP_CENT)
      await move(tx, scene, { amount, source: 'tip', description: message, at })
      return
    }
    case 'purchase':
      await buy(tx, scene, event.at)
  }
}

type Move = { amount: number; source: PointSource; description: string | null; at: Date }

async function move(tx: TenantTx, { viewer, balances }: Scene, { at, ...entry }: Move): Promise<string> {
  const { values, ...rest } = pointsEntry({ viewerId: viewer.id, ...entry })
  const createdAt = { value: at, type: 'timestamptz' }
  const written = await appendEntry(tx, pointsLedger, { ...rest, values: { ...values, createdAt } })
  balances.set(viewer.id, written.balance)
  return written.id
}

async function buy(tx: TenantTx, scene: Scene, at: Date): Promise<void> {
  const { cast, viewer, balances } = scene
  const wanted = cast.powerups[Math.floor(cast.random() * cast.powerups.length)]
  if (!wanted || (balances.get(viewer.id) ?? 0) < wanted.cost) return
  const { tenantId } = cast
  const amount = -wanted.cost
  const transactionId = await move(tx, scene, { amount, source: 'spend', description: wanted.name, at })
  const owned = { tenantId, viewerId: viewer.id, powerupId: wanted.id, quantity: 1 }
  await addToInventory(tx, owned)
  await tx.powerupPurchase.create({
    data: { id: newId(), ...owned, cost: wanted.cost, transactionId, createdAt: at },
    select: { id: true },
  })
}
