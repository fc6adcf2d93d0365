import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { refusal } from '#src/resources/server/testing/workspace.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { insist } from '../testing/insist.ts'
import { createSalon, nextYear, type Salon } from '../testing/salon.ts'

const current = useTestDatabase()
let salon: Salon
let days = 0

beforeAll(async () => {
  salon = await createSalon(current(), 'credits')
})

async function buy(
  credits: number,
  { expiryDays = null, purchasedOn = null }: { expiryDays?: number | null; purchasedOn?: string | null } = {},
) {
  const { packages, packagePurchases } = salon.call()
  const sold = await packages.create({ name: `Card of ${credits}`, credits, priceCents: 9_900, expiryDays })
  return packagePurchases.create({ ownerId: salon.owner.id, packageId: sold.id, purchasedOn })
}

function book() {
  days += 1
  return salon.book({ scheduledStart: nextYear('09:00', `05-${String(days).padStart(2, '0')}`) })
}

const spend = (purchaseId: string, appointmentId: string | null = null) =>
  salon.call({ role: 'staff' }).credits.create({ purchaseId, appointmentId })
const creditsLeft = async (id: string) => (await salon.call().packagePurchases.get({ id })).creditsLeft

/** Purchases whose credits are not the sum of their entries. */
const listUnbalanced = () =>
  current().inspect(
    `select p.id from ${salon.tenant.schemaName}.package_purchases p where p.credits_left is distinct from
       (select sum(e.amount) from ${salon.tenant.schemaName}.credit_entries e where e.purchase_id = p.id)`,
  )

describe('a package that is bought', () => {
  it('is kept as it was sold, with its credits in the ledger', async () => {
    const bought = await buy(5, { expiryDays: 30, purchasedOn: '2024-02-01' })
    expect(bought).toMatchObject({
      ...{ packageName: 'Card of 5', credits: 5, creditsLeft: 5, priceCents: 9_900, expiresOn: '2024-03-02' },
    })
    await salon.call().packages.update({ id: bought.packageId, credits: 1, priceCents: 1 })
    expect(await salon.call().packagePurchases.get({ id: bought.id })).toEqual({
      ...bought,
      package: { id: bought.packageId, label: 'Card of 5' },
    })
    const entries = await salon.call().creditEntries.list({ purchaseId: bought.id })
    expect(entries.items).toMatchObject([{ amount: 5, reason: 'purchase', appointmentId: null }])
  })
})

describe('a credit', () => {
  it('pays for one appointment, once', async () => {
    const [{ id }, appointment] = [await buy(2), await book()]
    expect(await spend(id, appointment.id)).toMatchObject({ creditsLeft: 1, appointmentId: appointment.id })
    const again = await Promise.all([1, 2, 3].map(() => refusal(spend(id, appointment.id))))
    expect(again.map(({ code }) => code)).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS', 'ALREADY_EXISTS'])
    expect(await creditsLeft(id)).toBe(1)
  })

  it('pays once for an appointment, however many pay at once', async () => {
    const [{ id }, appointment] = [await buy(10), await book()]
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => spend(id, appointment.id)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await creditsLeft(id)).toBe(9)
  })

  it('comes back when the appointment is cancelled, and not when nobody came', async () => {
    const [{ id }, cancelled, missed] = [await buy(2), await book(), await book()]
    await spend(id, cancelled.id)
    await spend(id, missed.id)
    const { appointments } = salon.call()
    await appointments.update({ id: cancelled.id, status: 'cancelled', cancellationReason: 'Ill' })
    await appointments.update({ id: missed.id, status: 'no_show' })
    expect(await creditsLeft(id)).toBe(1)
    expect((await refusal(spend(id, cancelled.id))).details?.fields).toEqual({
      appointmentId: ['This appointment is cancelled.'],
    })
    expect(await listUnbalanced()).toEqual([])
  })

  it('pays neither for others nor on days on which it does not count any more', async () => {
    const [{ id }, other] = [await buy(2), await salon.call().owners.create({ name: 'Other' })]
    const pet = await salon.addPet('Not Rex', other.id)
    const foreign = await salon.book({ petId: pet.id, scheduledStart: nextYear('15:00', '05-01') })
    expect((await refusal(spend(id, foreign.id))).details?.fields).toEqual({
      appointmentId: ['This appointment is of another owner.'],
    })
    const late = await buy(2, { expiryDays: 1, purchasedOn: '2024-01-01' })
    expect((await refusal(spend(late.id))).details?.fields).toEqual({
      purchaseId: ['This package was valid until 2024-01-02.'],
    })
  })

  it(
    'is spent 100 times by 500 who try, many at once, where there are 100',
    { timeout: 180_000 },
    async () => {
      const { id } = await buy(100)
      const codes: string[] = []
      let left = 500
      async function spendOn(): Promise<void> {
        while (left > 0) {
          left -= 1
          codes.push(
            await insist(() => spend(id)).then(
              () => 'OK',
              (error: unknown) => formatCallError(error).error.code,
            ),
          )
        }
      }
      // More than there are connections, fewer than would only wait for one.
      await Promise.all(Array.from({ length: 50 }, spendOn))
      expect(codes.filter((code) => code === 'OK')).toHaveLength(100)
      expect(codes.filter((code) => code === 'INSUFFICIENT_BALANCE')).toHaveLength(400)
      expect(await creditsLeft(id)).toBe(0)
      expect(await listUnbalanced()).toEqual([])
    },
  )

  it('cannot come from anywhere but the ledger', async () => {
    const { id } = await buy(1)
    const { schemaName } = salon.tenant
    const attempts = [
      `update ${schemaName}.package_purchases set credits_left = 9 where id = '${id}'`,
      `update ${schemaName}.credit_entries set amount = 9 where purchase_id = '${id}'`,
      `delete from ${schemaName}.credit_entries where purchase_id = '${id}'`,
    ]
    for (const attempt of attempts) {
      await expect(current().inspect(attempt)).rejects.toThrow(/never changed|follow from the entries/)
    }
  })
})

describe('a payment', () => {
  const pay = (values: object, role: 'owner' | 'staff' = 'owner') =>
    salon
      .call({ role })
      .payments.create({ ownerId: salon.owner.id, type: 'full_payment', amountCents: 4_500, ...values })

  it('remembers when it was made and when it went back, with the reason', async () => {
    const { payments } = salon.call()
    const { id, ...owed } = await pay({})
    expect(owed).toMatchObject({ status: 'pending', paidAt: null, currency: salon.tenant.currency })
    const paid = await payments.update({ id, status: 'completed' })
    expect(paid.paidAt).not.toBeNull()
    const missing = await refusal(payments.update({ id, status: 'refunded' }))
    expect(Object.keys(missing.details?.fields ?? {})).toEqual(['refundReason'])
    const back = await payments.update({ id, status: 'refunded', refundReason: 'Cut too short' })
    expect(back).toMatchObject({ paidAt: paid.paidAt, refundedAt: expect.any(String) })
    expect((await refusal(payments.update({ id, status: 'completed' }))).code).toBe('INVALID_TRANSITION')
  })

  it('is given back by those who lead only, and never changed afterwards', async () => {
    const { id } = await pay({ status: 'completed' }, 'staff')
    const refund = { id, status: 'refunded', refundReason: 'Asked for it' } as const
    expect((await refusal(salon.call({ role: 'staff' }).payments.update(refund))).code).toBe('FORBIDDEN')
    const { payments } = salon.call()
    const error = await refusal(payments.update({ id, amountCents: 1 }))
    expect(Object.keys(error.details?.fields ?? {})).toEqual(['amountCents'])
    expect((await payments.update({ id, notes: 'In cash' })).notes).toBe('In cash')
  })

  it('is for an appointment and a package of its own owner', async () => {
    const other = await salon.call().owners.create({ name: 'Somebody else' })
    const [appointment, purchase] = [await book(), await buy(1)]
    for (const about of [{ appointmentId: appointment.id }, { purchaseId: purchase.id }]) {
      await pay(about)
      const error = await refusal(pay({ ...about, ownerId: other.id }))
      expect(Object.keys(error.details?.fields ?? {})).toEqual(Object.keys(about))
    }
  })
})
