import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { printTenants } from '../../tenant-file.ts'
import { tenantExportInput, tenantExportPart } from '../../tenant-list.ts'
import { adminProcedure } from '../console-procedures.ts'
import { listTenantPart } from './tenant-list.service.ts'

/** The list to take along. Who took it, and how narrowed, is in the platform's log. */
export const tenantExportProcedures = {
  export: adminProcedure()
    .meta({
      openapi: {
        method: 'GET',
        path: '/admin/tenants/export',
        tags: ['Console'],
        summary: 'All tenants that a filter leaves, as a file',
        description: 'A tenant that is changed meanwhile may move in the order, and be missed or come twice.',
        successDescription: 'The file, as it is read',
      },
      download: ['text/csv'],
    })
    .input(tenantExportInput)
    .output(tenantExportPart)
    .query(async ({ ctx, input }) => {
      const { cursor, ...filters } = input
      const isFirst = cursor === undefined
      if (isFirst) {
        await appendAudit(ctx.database.platform, {
          tenantId: null,
          actor: callActor(ctx),
          action: 'tenants.export',
          resource: { type: 'tenants', id: null },
          details: { filters },
        })
      }
      const { items, next } = await listTenantPart(ctx.database, input)
      return { text: printTenants(items, { isFirst }), next }
    }),
}
