import { expect, it } from 'vitest'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { overlay } from '#src/modules/overlay/module.ts'
import { overlayDemo } from '#src/modules/overlay/server/demo.ts'
import { createStream } from '#src/modules/overlay/server/testing/stream-workspace.ts'
import { newId } from '#src/shared/ids.ts'
import { fillModule } from './fill-module.ts'
import { seededRandom } from './seeded-random.ts'

const current = useTestDatabase()
const DAY_MS = 86_400_000

it('fills a week of streams that adds up', async () => {
  const { tenant, as } = await createStream(current(), 'demo-stream')
  const now = new Date()
  const people = [{ id: newId(), name: 'Ada', role: 'owner' as const }]
  const filled = { tenant, module: overlay, hooks: {}, people, now, random: seededRandom('overlay') }
  await withTenantScope(tenant, () => fillModule(current().database, filled, overlayDemo))
  const { analytics, stage } = as()
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  const days = { firstDay: dayOf(now.getTime() - 8 * DAY_MS), lastDay: dayOf(now.getTime()) }
  const figures = await analytics.getFigures(days)
  expect(figures.viewers).toBe(12)
  for (const key of ['drops', 'purchases', 'tips', 'pointsSpent'] as const) {
    expect(figures[key], key).toBeGreaterThan(0)
  }
  const perDay = await analytics.listPointsPerDay(days)
  expect(perDay.filter(({ earned }) => earned > 0).length).toBeGreaterThanOrEqual(7)
  expect(perDay.reduce((sum, { earned }) => sum + earned, 0)).toBe(figures.pointsEarned)
  const scene = await stage.getScene()
  expect(scene.goals.find(({ unit }) => unit === 'money')?.current).toBe(figures.tipCents)
  expect(scene.leaderboards.allTime).toHaveLength(10)
})
