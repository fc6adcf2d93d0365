import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { searchInput, searchOutput } from '../search.ts'
import { searchPassages } from './search.service.ts'

/** The search over the knowledge of a business. */
export const searchRouter = createRouter({
  searchPassages: tenantProcedure('knowledge-documents:list', { module: 'concierge' })
    .meta({
      openapi: {
        method: 'GET',
        path: '/knowledge-search',
        tags: ['Concierge'],
        summary: 'Find passages in knowledge documents',
        description:
          'Best first, with the words that were found marked. Each document is searched in its own language; only published ones are, unless `status` says otherwise.',
      },
    })
    .input(searchInput)
    .output(searchOutput)
    .query(({ ctx, input }) => searchPassages(ctx.database.tenantQuery, input)),
})
