import { changeRollout, type RolloutMove } from '#src/provisioning/server/rollout/move-rollout.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { movedRollout, rolloutAddress } from '../../rollouts.ts'
import { adminProcedure } from '../console-procedures.ts'
import type { ReadFleetMigrations } from './fleet-files.ts'

const tags = ['Console']
const path = '/admin/migrations/rollouts/{rolloutId}' as const
const errors = ['NOT_FOUND', 'INVALID_TRANSITION'] as const

/** What moves a rollout that was ordered. */
export function rolloutMoveProcedures(readFleet: ReadFleetMigrations) {
  async function move(
    ctx: CallContext,
    rolloutId: string,
    name: RolloutMove,
  ): Promise<{ rolloutId: string }> {
    const migrations = await readFleet()
    await changeRollout(ctx.database.pool, rolloutId, {
      move: name,
      actor: callActor(ctx),
      migrations,
      queue: true,
    })
    return { rolloutId }
  }

  return {
    pause: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: `${path}/pause`,
          tags,
          summary: 'Begin with no further tenant; those in hand are finished',
        },
        errors,
      })
      .input(rolloutAddress)
      .output(movedRollout)
      .mutation(({ ctx, input }) => move(ctx, input.rolloutId, 'pause')),

    resume: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: `${path}/resume`,
          tags,
          summary: 'Go on with a rollout that was paused',
        },
        errors: [...errors, 'NODES_BEHIND'],
      })
      .input(rolloutAddress)
      .output(movedRollout)
      .mutation(({ ctx, input }) => move(ctx, input.rolloutId, 'resume')),

    retry: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: `${path}/retry`,
          tags,
          summary: 'Give the tenants that failed another turn, and go on with the rest',
        },
        errors: [...errors, 'NODES_BEHIND', 'ROLLOUT_OPEN'],
      })
      .input(rolloutAddress)
      .output(movedRollout)
      .mutation(({ ctx, input }) => move(ctx, input.rolloutId, 'retry')),

    cancel: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: `${path}/cancel`,
          tags,
          summary: 'End a rollout for good; what it has done stays',
        },
        errors,
      })
      .input(rolloutAddress)
      .output(movedRollout)
      .mutation(({ ctx, input }) => move(ctx, input.rolloutId, 'cancel')),
  }
}
