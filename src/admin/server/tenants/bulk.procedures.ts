import type { Module } from '#src/resources/define-module.ts'
import { bulkInput, bulkOutput } from '../../tenant-bulk.ts'
import { adminProcedure } from '../console-procedures.ts'
import { changeInBulk } from './bulk.service.ts'

/** The same change for many tenants. */
export function bulkProcedures(modules: readonly Module[]) {
  return {
    bulk: adminProcedure()
      .meta({
        openapi: {
          method: 'POST',
          path: '/admin/tenants/bulk',
          tags: ['Console'],
          summary: 'Suspend, activate or change the plan of up to 100 tenants',
          description: 'The answer tells for each how it went; what one is refused stops none of the others.',
        },
      })
      .input(bulkInput)
      .output(bulkOutput)
      .mutation(async ({ ctx, input }) => ({ results: await changeInBulk(ctx, modules, input) })),
  }
}
