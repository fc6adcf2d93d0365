import { z } from 'zod'
import {
  fleetRunListInput,
  MAX_RUN_EVENTS,
  runAddress,
  runEventsInput,
  runEventsOutput,
  runListOutput,
} from '#src/provisioning/run-list.ts'
import { getRun, listRuns } from '#src/provisioning/server/run-list.repository.ts'
import { listRunEvents } from '#src/provisioning/server/run.repository.ts'
import { cancelRun, rollBackRun } from '#src/provisioning/server/run.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { retryAnyRun } from '#src/tenancy/server/retry-run.service.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { queueState, rollbackRunInput, runDetails } from '../../run-list.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { getQueueState } from './queue.service.ts'
import { getRunDetails } from './run-details.service.ts'

const tags = ['Console']
const moved = z.object({ runId: z.uuid() })

/** Runs of the whole fleet, for the people of the platform. */
export const adminRunsRouter = createRouter({
  list: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/runs',
        tags,
        summary: 'List runs of all tenants, the newest first',
      },
    })
    .input(fleetRunListInput)
    .output(runListOutput)
    .query(({ ctx, input }) => listRuns(ctx.database.platform, input)),

  get: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/runs/{runId}',
        tags,
        summary: 'Get one run and what may be done with it',
      },
      errors: ['NOT_FOUND'],
    })
    .input(runAddress)
    .output(runDetails)
    .query(({ ctx, input }) => getRunDetails(ctx.database.platform, input.runId)),

  listEvents: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/runs/{runId}/events',
        tags,
        summary: 'List what a run has told, in order',
        description: `At most ${MAX_RUN_EVENTS} events; ask again with the number of the last one until none are left.`,
      },
      errors: ['NOT_FOUND'],
    })
    .input(runEventsInput)
    .output(runEventsOutput)
    .query(async ({ ctx, input }) => {
      const { platform } = ctx.database
      await getRun(platform, input.runId)
      return { items: await listRunEvents(platform, { ...input, limit: MAX_RUN_EVENTS }) }
    }),

  retry: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/runs/{runId}/retry',
        tags,
        summary: 'Start a failed run again',
      },
      successStatus: 202,
      errors: ['NOT_FOUND', 'RUN_NOT_RETRYABLE', 'PLAN_LIMIT_REACHED', 'LAST_MODULE'],
    })
    .input(runAddress)
    .output(moved)
    .mutation(async ({ ctx, input: { runId } }) => {
      const { database, requestId } = ctx
      const { tenantId } = await getRun(database.platform, runId)
      await retryAnyRun(database.platform, { runId, tenantId, actor: callActor(ctx), requestId })
      return { runId }
    }),

  cancel: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/runs/{runId}/cancel',
        tags,
        summary: 'Give a sign-up up that failed or has not started; its address becomes free',
      },
      errors: ['NOT_FOUND', 'RUN_NOT_CANCELLABLE'],
    })
    .input(runAddress)
    .output(moved)
    .mutation(async ({ ctx, input: { runId } }) => {
      await getRun(ctx.database.platform, runId)
      await cancelRun(ctx.database.platform, runId, callActor(ctx))
      return { runId }
    }),

  rollback: adminProcedure()
    .meta({
      openapi: {
        method: 'POST',
        path: '/admin/runs/{runId}/rollback',
        tags,
        summary: 'Take a tenant back that a run has built: its schema, role and data are dropped',
      },
      errors: ['NOT_FOUND', 'CONFIRMATION_MISMATCH', 'RUN_NOT_REVERSIBLE'],
    })
    .input(rollbackRunInput)
    .output(moved)
    .mutation(async ({ ctx, input: { runId, confirm, reason } }) => {
      const { subdomain } = await getRun(ctx.database.platform, runId)
      if (confirm !== subdomain) throw new AppError('CONFIRMATION_MISMATCH')
      await rollBackRun(ctx.database.pool, runId, { actor: callActor(ctx), reason })
      return { runId }
    }),

  queue: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/queue',
        tags,
        summary: 'How much work waits, and who works on it',
      },
    })
    .input(z.object({}))
    .output(queueState)
    .query(({ ctx }) => getQueueState(ctx.database)),
})
