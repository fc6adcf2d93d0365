import { createHmac } from 'node:crypto'
import type { Database } from '#src/db/server/database.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { SCENE_ROWS, type OverlayScene, type SceneLeader } from '../../scene/scene.ts'
import type { ZonedDays } from '../analytics/day-span.repository.ts'
import { listLeaders } from '../analytics/leaderboard.repository.ts'
import { dayAt } from '../analytics/today.ts'
import { findStage } from '../stage/stage.repository.ts'
import { listSceneGoals, listSceneTexts, listSceneTips } from './scene.repository.ts'

type SceneTenant = Pick<CallTenant, 'tenantId' | 'businessName' | 'timezone' | 'currency'>

/** Everything the stage shows now. It runs in the tenant's scope. */
export async function buildScene(
  { tenant: db, tenantQuery: query }: Pick<Database, 'tenant' | 'tenantQuery'>,
  { tenantId, businessName, timezone: timeZone, currency }: SceneTenant,
): Promise<OverlayScene> {
  const mask = (id: string) => maskId(tenantId, id)
  const masked = <Row extends { id: string }>(row: Row): Row => ({ ...row, id: mask(row.id) })
  const today = dayAt(new Date(), timeZone)
  const board = async (days: ZonedDays | null): Promise<SceneLeader[]> => {
    const limit = SCENE_ROWS.leaders
    const leaders = await listLeaders(query, { by: 'points', days, currency, limit })
    return leaders.map(({ viewerId, name, value }) => ({ id: mask(viewerId ?? name), name, points: value }))
  }
  const { profile, theme, layout } = await findStage(db)
  return {
    title: profile.displayName ?? profile.username ?? businessName,
    currency,
    theme,
    layout,
    goals: (await listSceneGoals(query)).map(masked),
    tips: (await listSceneTips(query)).map(masked),
    leaderboards: {
      daily: await board({ firstDay: today, lastDay: today, timeZone }),
      allTime: await board(null),
    },
    texts: (await listSceneTexts(query)).map(masked),
  }
}

/** Something to tell rows apart by, which opens nothing: whoever has the link sees all of this. */
function maskId(tenantId: string, id: string): string {
  return createHmac('sha256', `overlay scene ${tenantId}`).update(id).digest('base64url').slice(0, 16)
}
