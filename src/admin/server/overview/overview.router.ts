import { createRouter } from '#src/trpc/server/init.ts'
import { overview, overviewInput } from '../../overview.ts'
import { viewerProcedure } from '../console-procedures.ts'
import { getOverview } from './overview.service.ts'

/** The fleet at a glance. */
export const overviewRouter = createRouter({
  get: viewerProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/overview',
        tags: ['Console'],
        summary: 'Get the fleet in numbers: sign-ups, provisioning times, failures, tenants',
      },
    })
    .input(overviewInput)
    .output(overview)
    .query(({ ctx, input }) => getOverview(ctx.database.platformQuery, input)),
})
