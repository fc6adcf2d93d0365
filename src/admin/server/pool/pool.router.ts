import { z } from 'zod'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { poolStatus } from '#src/provisioning/pool.ts'
import { getPoolStatus } from '#src/provisioning/server/pool/pool-view.repository.ts'
import type { SignUpCatalog } from '#src/tenancy/server/sign-up.service.ts'
import { listWarmSets } from '#src/tenancy/server/warm-sets.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { viewerProcedure } from '../console-procedures.ts'

/** The schemas that wait for new businesses. */
export function createPoolRouter(catalog: SignUpCatalog) {
  return createRouter({
    get: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/pool',
          tags: ['Console'],
          summary: 'Get how the schemas stand that are built before anybody signs up',
        },
      })
      .input(z.object({}))
      .output(poolStatus)
      .query(async ({ ctx: { database } }) => {
        const sets = await listWarmSets(database.platform, catalog)
        return withPlatformTransaction(database.pool, (client) => getPoolStatus(client, sets))
      }),
  })
}
