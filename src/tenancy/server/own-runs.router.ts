import {
  MAX_RUN_EVENTS,
  ownRunListInput,
  runEventsInput,
  runEventsOutput,
  runListOutput,
} from '#src/provisioning/run-list.ts'
import { getRun, listRuns } from '#src/provisioning/server/run-list.repository.ts'
import { listRunEvents } from '#src/provisioning/server/run.repository.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { tenantProcedure } from './tenant-procedure.ts'

const tags = ['Workspace']

/** What has been built, switched and changed about a workspace, for its own people. */
export const ownRunsRouter = createRouter({
  listOwn: tenantProcedure('runs:list')
    .meta({
      openapi: {
        method: 'GET',
        path: '/tenants/me/runs',
        tags,
        summary: 'List the runs of the workspace, the newest first',
      },
    })
    .input(ownRunListInput)
    .output(runListOutput)
    .query(({ ctx, input }) => listRuns(ctx.database.member, { ...input, tenantId: ctx.tenant.tenantId })),

  listOwnEvents: tenantProcedure('runs:list')
    .meta({
      openapi: {
        method: 'GET',
        path: '/tenants/me/runs/{runId}/events',
        tags,
        summary: 'List what a run has told, in order',
        description: `At most ${MAX_RUN_EVENTS} events; ask again with the number of the last one until none are left.`,
      },
      errors: ['NOT_FOUND'],
    })
    .input(runEventsInput)
    .output(runEventsOutput)
    .query(async ({ ctx, input }) => {
      const { member } = ctx.database
      await getRun(member, input.runId)
      return { items: await listRunEvents(member, { ...input, limit: MAX_RUN_EVENTS }) }
    }),
})
