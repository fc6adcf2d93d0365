import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { printAuditPart } from '#src/audit/audit-file.ts'
import { auditExportInput, auditExportPart, auditListInput, auditPage } from '#src/audit/audit-query.ts'
import { chainProof } from '#src/audit/chain-proof.ts'
import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { listAuditLog, listAuditPart } from '#src/audit/server/audit-log.service.ts'
import { verifyChainOnce } from '#src/audit/server/verify-chain-once.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { callActor } from './call-actor.ts'
import { tenantProcedure } from './tenant-procedure.ts'

const tags = ['Audit']

/** The log of a workspace: read it, take it along, prove it. @param sealKey proves what the database cannot */
export function createAuditRouter(sealKey: KeyObject) {
  return createRouter({
    list: tenantProcedure('audit:list')
      .meta({
        openapi: { method: 'GET', path: '/tenants/me/audit', tags, summary: 'Who did what, newest first' },
      })
      .input(auditListInput)
      .output(auditPage)
      .query(({ ctx, input }) => listAuditLog(ctx.database, ctx.tenant.tenantId, input)),

    export: tenantProcedure('audit:list', { impersonation: 'refused' })
      .meta({
        openapi: {
          method: 'GET',
          path: '/tenants/me/audit/export',
          tags,
          summary: 'The whole log, or what the filters leave of it, as a file',
          successDescription: 'The file, as it is read',
        },
        download: ['text/csv', 'application/json'],
      })
      .input(auditExportInput)
      .output(auditExportPart)
      .query(async ({ ctx, input: { format, ...input } }) => {
        const { tenantId } = ctx.tenant
        const isFirst = input.cursor === undefined
        if (isFirst) {
          await appendAudit(ctx.database.member, {
            tenantId,
            actor: callActor(ctx),
            action: 'audit.export',
            resource: { type: 'tenants', id: tenantId },
            details: { format, filters: input },
          })
        }
        const { items, next } = await listAuditPart(ctx.database, tenantId, input)
        return { text: printAuditPart(items, { format, isFirst, isLast: next === null }), next }
      }),

    verify: tenantProcedure('audit:list')
      .meta({
        openapi: {
          method: 'GET',
          path: '/tenants/me/audit/verify',
          tags,
          summary: 'Prove that nothing was changed, removed or slipped in',
        },
      })
      .input(z.object({}))
      .output(chainProof)
      .query(({ ctx }) => verifyChainOnce(ctx.database.member, { chain: ctx.tenant.tenantId, sealKey })),
  })
}
