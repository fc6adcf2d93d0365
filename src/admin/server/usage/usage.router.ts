import { createRouter } from '#src/trpc/server/init.ts'
import { tenantUsageInput, tenantUsageOutput } from '../../tenant-usage.ts'
import { viewerProcedure } from '../console-procedures.ts'
import type { ModuleTables } from './group-by-module.ts'
import { getTenantUsage } from './usage.service.ts'

/** How much a tenant asks for and keeps. */
export function createUsageRouter(modules: readonly ModuleTables[]) {
  return createRouter({
    usage: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/tenants/{tenantId}/usage',
          tags: ['Console'],
          summary: 'Requests, rows, bytes and people of a tenant',
        },
        errors: ['NOT_FOUND'],
      })
      .input(tenantUsageInput)
      .output(tenantUsageOutput)
      .query(({ ctx, input }) =>
        getTenantUsage(ctx.database, {
          tenantId: input.tenantId,
          isExact: input.rows === 'exact',
          modules,
        }),
      ),
  })
}
