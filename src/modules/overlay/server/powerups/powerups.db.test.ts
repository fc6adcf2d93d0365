import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { countCodes, createStream } from '../testing/stream-workspace.ts'
import { tryCall } from '../testing/try-call.ts'

const current = useTestDatabase()
let stream: Awaited<ReturnType<typeof createStream>>

beforeAll(async () => {
  stream = await createStream(current(), 'powerups')
})

/** A viewer with points, by a name of their own. */
async function createBuyer(username: string, points: number): Promise<string> {
  const { viewer } = await stream.as().stream.awardPoints({ username, amount: points })
  return viewer.id
}

function createPowerup(key: string, values: { cost: number; stock?: number; enabled?: boolean }) {
  return stream.as().powerups.create({ name: `The ${key}`, key, ...values })
}

/** What a viewer has: points, and powerups in all. */
async function belongings(viewerId: string) {
  const { items } = await stream.as().viewerPoints.list({ viewerId })
  const inventory = await stream.as().powerupInventory.list({ viewerId })
  const purchases = await stream.as().powerupPurchases.list({ viewerId })
  return {
    points: items[0]?.channelPoints ?? 0,
    powerups: inventory.items.reduce((sum, { quantity }) => sum + quantity, 0),
    purchases: purchases.total,
  }
}

describe('buying a powerup', () => {
  it('moves points, stock, inventory and the purchase together', async () => {
    const viewerId = await createBuyer('Ada', 100)
    const { id } = await createPowerup('shield', { cost: 30, stock: 5 })
    const bought = await stream.as('staff').stream.purchasePowerup({
      username: 'ada',
      powerupKey: 'SHIELD',
      quantity: 2,
    })
    expect(bought).toMatchObject({ quantity: 2, cost: 60, balance: 40, inInventory: 2, stock: 3 })
    expect(await belongings(viewerId)).toEqual({ points: 40, powerups: 2, purchases: 1 })
    expect(await stream.as().powerups.get({ id })).toMatchObject({ stock: 3 })
    const { items } = await stream.as().powerupPurchases.list({ viewerId })
    const [transaction] = (await stream.as().pointTransactions.list({ viewerId, source: ['spend'] })).items
    expect(items[0]).toMatchObject({ cost: 60, quantity: 2 })
    const paid = await current().inspect(
      `select transaction_id from ${stream.tenant.schemaName}.powerup_purchases where viewer_id = $1`,
      [viewerId],
    )
    expect(paid).toEqual([{ transaction_id: transaction?.id }])
    expect(transaction).toMatchObject({ amount: -60, description: '2 × The shield' })
  })

  it('takes nothing for what is free', async () => {
    const viewerId = await createBuyer('Bea', 1)
    await createPowerup('hug', { cost: 0 })
    const bought = await stream.as().stream.purchasePowerup({ viewerId, powerupKey: 'hug' })
    expect(bought).toMatchObject({ cost: 0, balance: 1, inInventory: 1, stock: null })
  })

  it.each([
    ['is not on sale', { cost: 1, enabled: false }, 'NOT_AVAILABLE', { reason: 'disabled' }],
    ['is sold out', { cost: 1, stock: 0 }, 'NOT_AVAILABLE', { reason: 'out-of-stock', stock: 0 }],
    ['is too dear', { cost: 1000, stock: 9 }, 'INSUFFICIENT_BALANCE', undefined],
  ])('leaves everything as it was when it %s', async (why, values, ...answer) => {
    const key = why.replaceAll(' ', '-')
    const viewerId = await createBuyer(`Buyer of what ${why}`, 10)
    const { id } = await createPowerup(key, values)
    const refused = await refusal(stream.as().stream.purchasePowerup({ viewerId, powerupId: id }))
    expect([refused.code, refused.details]).toEqual(answer)
    expect(await belongings(viewerId)).toEqual({ points: 10, powerups: 0, purchases: 0 })
    expect((await stream.as().powerups.get({ id })).stock).toBe('stock' in values ? values.stock : null)
  })

  it('sells the last ones once, whoever comes at the same time', { timeout: 60_000 }, async () => {
    await createPowerup('rocket', { cost: 1, stock: 7 })
    const buyers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => createBuyer(`Crew ${index}`, 50)),
    )
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, turn) => {
        const viewerId = buyers[turn % buyers.length] ?? ''
        return tryCall(stream.as().stream.purchasePowerup({ viewerId, powerupKey: 'rocket' }))
      }),
    )
    expect(countCodes(codes)).toEqual({ OK: 7, NOT_AVAILABLE: 23 })
    const all = await Promise.all(buyers.map(belongings))
    expect(all.reduce((sum, { powerups }) => sum + powerups, 0)).toBe(7)
    expect(all.reduce((sum, { points }) => sum + points, 0)).toBe(6 * 50 - 7)
  })
})

describe('what a viewer has', () => {
  it('is used up one by one, also by drops that come at once', async () => {
    const viewerId = await createBuyer('Cleo', 10)
    await createPowerup('magnet', { cost: 1 })
    await stream.as().stream.purchasePowerup({ viewerId, powerupKey: 'magnet', quantity: 3 })
    expect(await stream.as().stream.consumePowerup({ viewerId, powerupKey: 'magnet' })).toMatchObject({
      inInventory: 2,
    })
    const drops = Array.from({ length: 6 }, () =>
      tryCall(stream.as().stream.recordDrop({ viewerId, score: 10, powerupUsed: 'magnet' })),
    )
    expect(countCodes(await Promise.all(drops))).toEqual({ OK: 2, INSUFFICIENT_BALANCE: 4 })
    expect(await stream.as().viewerPoints.list({ viewerId })).toMatchObject({
      items: [{ totalDrops: 2, dropPoints: 20, channelPoints: 7 }],
    })
  })
})
