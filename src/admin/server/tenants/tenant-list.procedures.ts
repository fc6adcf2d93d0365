import type { WantedMigrations } from '#src/resources/server/wanted-migrations.ts'
import { tenantAddress, tenantDetails } from '../../tenant-details.ts'
import { tenantIds, tenantListInput, tenantPage, tenantSelection } from '../../tenant-list.ts'
import { viewerProcedure } from '../console-procedures.ts'
import { getTenantDetails } from './tenant-details.service.ts'
import { listTenantIds, listTenants } from './tenant-list.service.ts'

const tags = ['Console']

/** Reading about tenants. @param wanted what the modules of a tenant call for */
export function tenantListProcedures(wanted: WantedMigrations) {
  return {
    list: viewerProcedure()
      .meta({
        openapi: { method: 'GET', path: '/admin/tenants', tags, summary: 'All tenants, page by page' },
      })
      .input(tenantListInput)
      .output(tenantPage)
      .query(({ ctx, input }) => listTenants(ctx.database, input)),

    listIds: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/tenants/ids',
          tags,
          summary: 'The ids of all tenants that a filter leaves',
        },
      })
      .input(tenantSelection.prefault({}))
      .output(tenantIds)
      .query(async ({ ctx, input }) => ({ ids: await listTenantIds(ctx.database, input) })),

    get: viewerProcedure()
      .meta({ openapi: { method: 'GET', path: '/admin/tenants/{tenantId}', tags, summary: 'One tenant' } })
      .input(tenantAddress)
      .output(tenantDetails)
      .query(async ({ ctx, input: { tenantId } }) => {
        const details = await getTenantDetails(ctx.database, tenantId, wanted)
        return { ...details, workspaceUrl: ctx.workspaceUrl(details.subdomain) }
      }),
  }
}
