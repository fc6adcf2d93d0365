import { z } from 'zod'
import { overlayLayout } from './layout.ts'
import { overlayTheme } from './theme.ts'

/** Most rows of each kind that a scene carries; a layout shows fewer of them. */
export const SCENE_ROWS = { goals: 6, tips: 6, leaders: 10, texts: 20 } as const

/** Something the stream collects for. `current` may be beyond `target`. */
export const sceneGoal = z.object({
  id: z.string(),
  label: z.string(),
  current: z.int().min(0),
  target: z.int().min(1),
  /** `money` counts the smallest unit of the scene's currency */
  unit: z.enum(['count', 'money']),
})
export type SceneGoal = z.infer<typeof sceneGoal>

/** Money somebody gave while the stream was on. */
export const sceneTip = z.object({
  id: z.string(),
  from: z.string(),
  amountCents: z.int().min(0),
  currency: z.string(),
  message: z.string().nullable(),
  at: z.iso.datetime(),
  /** sent from the studio to look at it: counts nowhere */
  isTest: z.boolean(),
})
export type SceneTip = z.infer<typeof sceneTip>

/** A viewer on a leaderboard; the order of the list is the order of the board. */
export const sceneLeader = z.object({ id: z.string(), name: z.string(), points: z.int() })
export type SceneLeader = z.infer<typeof sceneLeader>

/** Everything the public overlay page shows, and nothing it does not: who has the link reads all of it. */
export const overlayScene = z.object({
  /** the streamer's display name */
  title: z.string(),
  /** the tenant's, for goals that count money */
  currency: z.string(),
  theme: overlayTheme,
  layout: overlayLayout,
  goals: z.array(sceneGoal).max(SCENE_ROWS.goals),
  /** newest first */
  tips: z.array(sceneTip).max(SCENE_ROWS.tips),
  leaderboards: z.object({
    /** points earned since midnight in the tenant's time zone */
    daily: z.array(sceneLeader).max(SCENE_ROWS.leaders),
    allTime: z.array(sceneLeader).max(SCENE_ROWS.leaders),
  }),
  /** short texts, shown in turn */
  texts: z.array(z.object({ id: z.string(), content: z.string() })).max(SCENE_ROWS.texts),
})
export type OverlayScene = z.infer<typeof overlayScene>
