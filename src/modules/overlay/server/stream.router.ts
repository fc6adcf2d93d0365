import { callerOf } from '#src/resources/server/record-caller.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  awardedMany,
  awardInput,
  awardManyInput,
  dropInput,
  movedPoints,
  purchased,
  purchaseInput,
  recordedDrop,
  recordedTip,
  spendInput,
  tipInput,
  consumed,
  consumeInput,
} from '../stream.ts'
import { recordDrop } from './drops/drop.service.ts'
import { awardMany, awardPoints, spendPoints } from './points/points.service.ts'
import { purchasePowerup, consumePowerup } from './powerups/powerup.service.ts'
import { recordTip } from './tips/tip.service.ts'

const within = { module: 'overlay' }
const tags = ['Stream overlay']
const post = 'POST' as const

/** What happens on stream, written down by the programs around it, and by hand. */
export const streamRouter = createRouter({
  awardPoints: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/award-points', tags, summary: 'Give a viewer points' },
      successStatus: 201,
      errors: ['NOT_FOUND', 'LIMIT_REACHED'],
    })
    .input(awardInput)
    .output(movedPoints)
    .mutation(({ ctx, input }) => awardPoints(ctx.database.tenant, callerOf(ctx), input)),

  awardMany: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/award-many', tags, summary: 'Give many viewers points' },
      successStatus: 201,
      errors: ['LIMIT_REACHED'],
    })
    .input(awardManyInput)
    .output(awardedMany)
    .mutation(({ ctx, input }) => awardMany(ctx.database.tenant, callerOf(ctx), input)),

  spendPoints: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/spend-points', tags, summary: 'Take points from a viewer' },
      successStatus: 201,
      errors: ['NOT_FOUND', 'INSUFFICIENT_BALANCE'],
    })
    .input(spendInput)
    .output(movedPoints)
    .mutation(({ ctx, input }) => spendPoints(ctx.database.tenant, callerOf(ctx), input)),

  purchasePowerup: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/purchases', tags, summary: 'Buy a powerup for points' },
      successStatus: 201,
      errors: ['NOT_FOUND', 'NOT_AVAILABLE', 'INSUFFICIENT_BALANCE'],
    })
    .input(purchaseInput)
    .output(purchased)
    .mutation(({ ctx, input }) => purchasePowerup(ctx.database.tenant, callerOf(ctx), input)),

  consumePowerup: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/consumed-powerups', tags, summary: 'Use a powerup' },
      errors: ['NOT_FOUND', 'INSUFFICIENT_BALANCE'],
    })
    .input(consumeInput)
    .output(consumed)
    .mutation(({ ctx, input }) => consumePowerup(ctx.database.tenant, callerOf(ctx), input)),

  recordTip: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/tips', tags, summary: 'Write a tip down' },
      successStatus: 201,
      errors: ['NOT_FOUND', 'LIMIT_REACHED'],
    })
    .input(tipInput)
    .output(recordedTip)
    .mutation(({ ctx, input }) => recordTip(ctx.database.tenant, callerOf(ctx), input)),

  recordDrop: tenantProcedure('stream:create', within)
    .meta({
      openapi: { method: post, path: '/stream/drops', tags, summary: 'Write a drop down' },
      successStatus: 201,
      errors: ['NOT_FOUND', 'INSUFFICIENT_BALANCE', 'LIMIT_REACHED'],
    })
    .input(dropInput)
    .output(recordedDrop)
    .mutation(({ ctx, input }) => recordDrop(ctx.database.tenant, callerOf(ctx), input)),
})
