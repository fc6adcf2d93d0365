import { z } from 'zod'
import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  daysInput,
  dropsOfDay,
  leaderboard,
  leaderboardInput,
  pointsOfDay,
  pointsOfSource,
  streamFigures,
  tipsOfDay,
  type Days,
} from '../../figures.ts'
import {
  findStreamFigures,
  listDropsPerDay,
  listPointsBySource,
  listPointsPerDay,
  listTipsPerDay,
} from './figures.repository.ts'
import { listLeaders } from './leaderboard.repository.ts'
import { dayAt } from './today.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']

function zoned({ tenant }: TenantCall, days: Days) {
  return { ...days, timeZone: tenant.timezone, currency: tenant.currency }
}

function reading(path: `/${string}`, summary: string) {
  return { openapi: { method: 'GET' as const, path, tags, summary } }
}

/** What happened on stream, in numbers. Days are those of the workspace's time zone. */
export const analyticsRouter = createRouter({
  getLeaderboard: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/leaderboard', 'Ask who leads'))
    .input(leaderboardInput)
    .output(leaderboard)
    .query(async ({ ctx, input }) => {
      const { timezone: timeZone, currency } = ctx.tenant
      const day = input.period === 'daily' ? (input.day ?? dayAt(new Date(), timeZone)) : null
      const days = day === null ? null : { firstDay: day, lastDay: day, timeZone }
      const { by, limit } = input
      return { day, items: await listLeaders(ctx.database.tenantQuery, { by, days, currency, limit }) }
    }),

  getFigures: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/figures', 'Get the numbers of some days'))
    .input(daysInput)
    .output(streamFigures)
    .query(({ ctx, input }) => findStreamFigures(ctx.database.tenantQuery, zoned(ctx, input))),

  listPointsBySource: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/points-by-source', 'List points by source'))
    .input(daysInput)
    .output(z.array(pointsOfSource))
    .query(({ ctx, input }) => listPointsBySource(ctx.database.tenantQuery, zoned(ctx, input))),

  listPointsPerDay: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/points-per-day', 'List points per day'))
    .input(daysInput)
    .output(z.array(pointsOfDay))
    .query(({ ctx, input }) => listPointsPerDay(ctx.database.tenantQuery, zoned(ctx, input))),

  listDropsPerDay: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/drops-per-day', 'List drops per day'))
    .input(daysInput)
    .output(z.array(dropsOfDay))
    .query(({ ctx, input }) => listDropsPerDay(ctx.database.tenantQuery, zoned(ctx, input))),

  listTipsPerDay: tenantProcedure('viewer-points:list', within)
    .meta(reading('/overlay-analytics/tips-per-day', 'List tips per day'))
    .input(daysInput)
    .output(z.array(tipsOfDay))
    .query(({ ctx, input }) => listTipsPerDay(ctx.database.tenantQuery, zoned(ctx, input))),
})
