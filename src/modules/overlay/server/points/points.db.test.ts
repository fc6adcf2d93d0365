import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { tryCall } from '../testing/try-call.ts'
import { countCodes, createStream } from '../testing/stream-workspace.ts'

const current = useTestDatabase()
let stream: Awaited<ReturnType<typeof createStream>>

beforeAll(async () => {
  stream = await createStream(current(), 'points')
})

/** Viewers whose points are not the sum of their transactions. */
function listUnbalanced() {
  const schema = stream.tenant.schemaName
  return current().inspect(
    `select p.viewer_id, p.channel_points, t.total, p.earned_points, t.earned
     from ${schema}.viewer_points p
     full join (select viewer_id, sum(amount)::int as total,
                       coalesce(sum(amount) filter (where amount > 0), 0)::int as earned
                from ${schema}.point_transactions group by viewer_id) t on t.viewer_id = p.viewer_id
     where p.channel_points is distinct from coalesce(t.total, 0)
        or p.earned_points is distinct from coalesce(t.earned, 0)`,
  )
}

describe('points', () => {
  it('come to a viewer the chat knows first, and go again', async () => {
    const calls = stream.as('staff').stream
    const given = await calls.awardPoints({ username: 'NightOwl', amount: 30, source: 'sub' })
    expect(given).toMatchObject({ viewer: { username: 'NightOwl' }, amount: 30, balance: 30 })
    const spent = await calls.spendPoints({ username: 'nightowl', amount: 12, description: 'A hat' })
    expect(spent).toMatchObject({ viewer: given.viewer, amount: -12, balance: 18 })
    const { items } = await stream.as('viewer').pointTransactions.list({ viewerId: given.viewer.id })
    expect(items).toMatchObject([
      { amount: -12, balanceAfter: 18, source: 'spend', description: 'A hat' },
      { amount: 30, balanceAfter: 30, source: 'sub' },
    ])
    expect(await stream.as().viewerPoints.list({ viewerId: given.viewer.id })).toMatchObject({
      items: [{ channelPoints: 18, earnedPoints: 30 }],
    })
  })

  it('stay where they are when there are too few, and nobody spends for somebody unknown', async () => {
    const calls = stream.as().stream
    const { viewer } = await calls.awardPoints({ username: 'Poor', amount: 3 })
    expect(await tryCall(calls.spendPoints({ viewerId: viewer.id, amount: 4 }))).toBe('INSUFFICIENT_BALANCE')
    expect(await tryCall(calls.spendPoints({ username: 'Nobody', amount: 1 }))).toBe('NOT_FOUND')
    expect(await tryCall(calls.spendPoints({ amount: 1 }))).toBe('VALIDATION_FAILED')
    expect(await tryCall(stream.as('viewer').stream.awardPoints({ username: 'Poor', amount: 1 }))).toBe(
      'FORBIDDEN',
    )
    expect((await calls.spendPoints({ viewerId: viewer.id, amount: 3 })).balance).toBe(0)
  })

  it('are spent exactly as often as there are any by 500 at once', { timeout: 180_000 }, async () => {
    const calls = stream.as().stream
    const { viewer } = await calls.awardPoints({ username: 'Crowded', amount: 100 })
    const codes = await Promise.all(
      Array.from({ length: 500 }, () => tryCall(calls.spendPoints({ viewerId: viewer.id, amount: 1 }))),
    )
    expect(countCodes(codes)).toEqual({ OK: 100, INSUFFICIENT_BALANCE: 400 })
    expect(await listUnbalanced()).toEqual([])
  })

  it('come to a whole chat at once, from several programs, whatever the order of names', async () => {
    const calls = stream.as().stream
    const names = Array.from({ length: 20 }, (_, index) => `chatter-${index}`)
    const ordered = (turn: number) => (turn % 2 === 0 ? names : names.toReversed())
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        calls.awardMany({ awards: ordered(turn).map((username) => ({ username, amount: 2 })) }),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 8 }, () => ({ viewers: 20, points: 40 })))
    const { items } = await stream.as().viewerPoints.list({ limit: 100 })
    expect(items.filter(({ channelPoints }) => channelPoints === 16)).toHaveLength(20)
    expect(await listUnbalanced()).toEqual([])
  })

  it('are told to those who look at them, and to the log', async () => {
    const heard: string[] = []
    const { viewer } = await stream.listening(heard).stream.awardPoints({ username: 'Logged', amount: 5 })
    expect(heard.toSorted()).toEqual(['point-transactions', 'viewer-points', 'viewers'])
    const entries = await current().database.platform.auditLog.findMany({
      where: { tenantId: stream.tenant.tenantId, resourceType: 'point-transactions' },
      orderBy: { createdAt: 'desc' },
      take: 1,
    })
    expect(entries[0]).toMatchObject({
      action: 'point-transactions.create',
      details: { label: 'Logged', after: { viewerId: viewer.id, amount: 5 } },
    })
  })
})
