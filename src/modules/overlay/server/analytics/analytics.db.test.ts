import { beforeAll, describe, expect, it } from 'vitest'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { appendEntry } from '#src/resources/server/ledger.repository.ts'
import { newId } from '#src/shared/ids.ts'
import { pointsEntry, pointsLedger } from '../points/points-ledger.ts'
import { callsOf, createStream } from '../testing/stream-workspace.ts'
import { dayAt } from './today.ts'

const current = useTestDatabase()
let stream: Awaited<ReturnType<typeof createStream>>
let viewerId: string

beforeAll(async () => {
  stream = await createStream(current(), 'figures')
  viewerId = (await stream.as().viewers.create({ username: 'Ada' })).id
})

/** Calls of a workspace that lives in another time zone. */
function inZone(timezone: string) {
  return callsOf(current(), { ...stream.tenant, timezone }).analytics
}

/** Something that happened at a moment, as an import or a demo writes it. */
async function earnAt(at: string, amount: number): Promise<void> {
  const { tenant: db } = current().database
  const { tenantId } = stream.tenant
  await withTenantScope(stream.tenant, async () => {
    const { values, ...rest } = pointsEntry({ viewerId, amount, source: 'watch', description: null })
    const createdAt = { value: new Date(at), type: 'timestamptz' }
    await db.$transaction((tx) =>
      appendEntry(tx, pointsLedger, { ...rest, values: { ...values, createdAt } }),
    )
    const drop = { id: newId(), tenantId, viewerId, score: amount, createdAt: new Date(at) }
    await db.dropRecord.create({ data: drop, select: { id: true } })
  })
}

// The first and the last minute of a day of 23, 25 or 24 hours, and the minutes around it.
const days = [
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T21:59:00Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T22:59:00Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', '2026-03-09T03:59:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T04:59:00Z'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', '2026-04-05T13:29:00Z'],
  ['Asia/Kolkata', '2026-05-01', '2026-04-30T18:30:00Z', '2026-05-01T18:29:00Z'],
] as const

describe('the day of a workspace', () => {
  it.each(days)('in %s, %s, is as long as it is', async (zone, day, ...minutes) => {
    const [first, last] = minutes
    const shift = (time: string, minutes: number) =>
      new Date(Date.parse(time) + minutes * 60_000).toISOString()
    await earnAt(shift(first, -1), 1000)
    await earnAt(first, 3)
    await earnAt(last, 4)
    await earnAt(shift(last, 1), 1000)
    const analytics = inZone(zone)
    const one = { firstDay: day, lastDay: day }
    expect((await analytics.getLeaderboard({ period: 'daily', day })).items).toMatchObject([
      { name: 'Ada', value: 7, rank: 1 },
    ])
    expect(await analytics.listPointsPerDay(one)).toEqual([{ day, earned: 7, spent: 0 }])
    expect(await analytics.listDropsPerDay(one)).toEqual([{ day, drops: 2, perfect: 0, score: 7 }])
    expect(await analytics.listPointsBySource(one)).toEqual([
      { source: 'watch', earned: 7, spent: 0, transactions: 2 },
    ])
    expect(await analytics.getFigures(one)).toMatchObject({ pointsEarned: 7, drops: 2, activeViewers: 1 })
  })

  it('is the one of its time zone', () => {
    const moment = new Date('2026-03-28T23:30:00Z')
    expect(dayAt(moment, 'Europe/Berlin')).toBe('2026-03-29')
    expect(dayAt(moment, 'America/New_York')).toBe('2026-03-28')
  })

  it('has a row also when nothing happened', async () => {
    const quiet = await inZone('Europe/Berlin').listPointsPerDay({
      firstDay: '2025-10-25',
      lastDay: '2025-10-27',
    })
    expect(quiet).toEqual(
      ['2025-10-25', '2025-10-26', '2025-10-27'].map((day) => ({ day, earned: 0, spent: 0 })),
    )
  })
})

describe('a leaderboard', () => {
  it('counts what was earned, drops by their score, and tips that are meant', async () => {
    const other = await createStream(current(), 'board')
    const { stream: happens, analytics } = other.as()
    await happens.awardPoints({ username: 'Rich', amount: 50 })
    await happens.spendPoints({ username: 'Rich', amount: 45 })
    await happens.awardPoints({ username: 'Thrifty', amount: 30 })
    await happens.recordDrop({ username: 'Thrifty', score: 90, isPerfect: true })
    await happens.recordTip({ username: 'Rich', amountCents: 500 })
    await happens.recordTip({ fromName: 'A stranger', amountCents: 700, externalId: 'tip-1' })
    const again = await happens.recordTip({ fromName: 'A stranger', amountCents: 700, externalId: 'tip-1' })
    expect(again.isKnown).toBe(true)
    await happens.recordTip({ fromName: 'Test', amountCents: 9_000, isTest: true })
    await happens.recordTip({ fromName: 'From afar', amountCents: 9_000, currency: 'USD' })
    for (const period of ['daily', 'all-time'] as const) {
      const names = async (by: 'points' | 'drops' | 'tips') =>
        (await analytics.getLeaderboard({ period, by })).items.map(({ name, value }) => [name, value])
      expect(await names('points')).toEqual([
        ['Rich', 50],
        ['Thrifty', 30],
      ])
      expect(await names('drops')).toEqual([['Thrifty', 90]])
      expect(await names('tips')).toEqual([
        ['A stranger', 700],
        ['Rich', 500],
      ])
    }
  })
})

describe('goals', () => {
  it('move by what they count, to the cent, whoever tips at the same time', async () => {
    const other = await createStream(current(), 'goals')
    const { stream: happens, goals, stage } = other.as()
    const create = (progress: 'tip-amount' | 'tip-count' | 'drops' | 'manual') =>
      goals.create({ label: progress, targetValue: 100, progress })
    for (const progress of ['tip-amount', 'tip-count', 'drops', 'manual'] as const) await create(progress)
    await goals.create({ label: 'hidden', targetValue: 5, progress: 'tip-count', enabled: false })
    await Promise.all([
      ...Array.from({ length: 12 }, (_, turn) =>
        happens.recordTip({ fromName: `T${turn}`, amountCents: 133 }),
      ),
      ...Array.from({ length: 5 }, () => happens.recordDrop({ username: 'Jumper', score: 1 })),
    ])
    const scene = await stage.getScene()
    expect(scene.goals.map(({ label, current: reached, unit }) => [label, reached, unit])).toEqual([
      ['tip-amount', 12 * 133, 'money'],
      ['tip-count', 12, 'count'],
      ['drops', 5, 'count'],
      ['manual', 0, 'count'],
    ])
    expect((await goals.list({ label: 'hidden' })).items).toMatchObject([{ currentValue: 0 }])
  })
})
