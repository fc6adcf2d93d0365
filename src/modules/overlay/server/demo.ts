import { requireTenantScope } from '#src/db/server/tenant-scope.ts'
import type { DemoBuilder } from '#src/resources/server/demo.ts'
import { newId } from '#src/shared/ids.ts'
import { listDemoEvents } from './demo/demo-history.ts'
import { demoGoals, demoPowerups, demoTexts, demoViewers } from './demo/demo-records.ts'
import { writeHistory, type DemoCast } from './demo/write-history.ts'

/** In milliseconds: some hundred entries, one after the other. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 }

/** A streamer's week: a chat that earns and spends points, drops, tips that move goals, and a stage to show it on. */
export const overlayDemo: DemoBuilder = async ({ db, now, currency, random, create }) => {
  const { tenantId } = requireTenantScope()
  const viewers: DemoCast['viewers'][number][] = []
  for (const viewer of demoViewers) {
    viewers.push({ id: (await create('viewers', viewer)).id, name: viewer.username })
  }
  const powerups: DemoCast['powerups'][number][] = []
  for (const powerup of demoPowerups) {
    const { id } = await create('powerups', powerup)
    if (!('enabled' in powerup)) powerups.push({ id, name: powerup.name, cost: powerup.cost })
  }
  for (const goal of demoGoals) await create('goals', goal)
  for (const text of demoTexts) await create('tips', text)
  await create('overlay-settings', {
    key: 'chat_points_per_message',
    value: '2',
    description: 'What a message in the chat earns.',
  })
  const profile = { username: 'harbourmaster', displayName: 'The Harbourmaster' }
  await db.streamerProfile.create({ data: { id: newId(), tenantId, ...profile }, select: { id: true } })
  const events = listDemoEvents(now, { viewers: viewers.length, random })
  const cast = { tenantId, currency, viewers, powerups, random }
  await db.$transaction((tx) => writeHistory(tx, cast, events), PATIENCE)
}
