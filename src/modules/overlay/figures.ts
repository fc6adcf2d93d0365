import { z } from 'zod'

/** Most days a question about the past may span. */
export const MAX_DAYS = 366

export const boardPeriods = ['daily', 'all-time'] as const
/** `points` that were earned, whatever was spent; `drops` by their score; `tips` by what was given. */
export const boardKinds = ['points', 'drops', 'tips'] as const

export const leaderboardInput = z.object({
  period: z.enum(boardPeriods).default('daily'),
  by: z.enum(boardKinds).default('points'),
  /** a day of the workspace's calendar, for `daily`; without it today */
  day: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
})
export type LeaderboardInput = z.infer<typeof leaderboardInput>

export const leader = z.object({
  rank: z.int(),
  /** null for somebody who gave a tip and is no viewer */
  viewerId: z.guid().nullable(),
  name: z.string(),
  /** points, score, or cents */
  value: z.int(),
})
export type Leader = z.infer<typeof leader>
export const leaderboard = z.object({ day: z.iso.date().nullable(), items: z.array(leader) })
export type Leaderboard = z.infer<typeof leaderboard>

/** Days of the workspace's calendar, both included. */
export const daysInput = z
  .object({ firstDay: z.iso.date(), lastDay: z.iso.date() })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    message: 'This must not be before the first day.',
  })
  .refine(({ firstDay, lastDay }) => daysBetween(firstDay, lastDay) <= MAX_DAYS, {
    path: ['lastDay'],
    message: 'At most 366 days at a time.',
  })
export type Days = z.infer<typeof daysInput>

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

const count = z.int().min(0)

export const pointsOfSource = z.object({
  source: z.string(),
  earned: count,
  spent: count,
  transactions: count,
})
/** Every day of the span has a row, also one on which nothing happened. */
export const pointsOfDay = z.object({ day: z.iso.date(), earned: count, spent: count })
export const dropsOfDay = z.object({ day: z.iso.date(), drops: count, perfect: count, score: count })
export const tipsOfDay = z.object({ day: z.iso.date(), tips: count, amountCents: count })

export const streamFigures = z.object({
  /** in all, whenever they came */
  viewers: count,
  /** those who got or spent points, or dropped */
  activeViewers: count,
  newViewers: count,
  pointsEarned: count,
  pointsSpent: count,
  drops: count,
  perfectDrops: count,
  purchases: count,
  tips: count,
  /** in the currency of the workspace */
  tipCents: count,
})

export type PointsOfSource = z.infer<typeof pointsOfSource>
export type PointsOfDay = z.infer<typeof pointsOfDay>
export type DropsOfDay = z.infer<typeof dropsOfDay>
export type TipsOfDay = z.infer<typeof tipsOfDay>
export type StreamFigures = z.infer<typeof streamFigures>
