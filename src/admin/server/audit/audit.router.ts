import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { printAuditPart, type AuditFileColumn } from '#src/audit/audit-file.ts'
import { auditExportPart } from '#src/audit/audit-query.ts'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import {
  consoleAuditExportInput,
  consoleAuditListInput,
  consoleAuditPage,
  consoleProof,
  proofsPart,
  type ConsoleAuditRecord,
} from '../../audit-log.ts'
import { adminProcedure, viewerProcedure } from '../console-procedures.ts'
import { listConsoleLog, listConsolePart } from './console-log.service.ts'
import { listTenantNames } from '../tenants/tenant-names.repository.ts'
import { verifyLog, verifyLogs } from './verify-logs.service.ts'

const tags = ['Console']
const columns: readonly AuditFileColumn<ConsoleAuditRecord>[] = [
  ['tenant_id', ({ tenant }) => tenant?.id ?? null],
  ['subdomain', ({ tenant }) => tenant?.subdomain ?? null],
  ['business_name', ({ tenant }) => tenant?.businessName ?? null],
]

/** The logs of all tenants and of the platform: read, take along, prove. @param sealKey proves what the database cannot */
export function createConsoleAuditRouter(sealKey: KeyObject) {
  return createRouter({
    list: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/audit',
          tags,
          summary: 'Who did what, anywhere, newest first',
        },
      })
      .input(consoleAuditListInput)
      .output(consoleAuditPage)
      .query(({ ctx, input }) => listConsoleLog(ctx.database.platform, input)),

    export: adminProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/audit/export',
          tags,
          summary: 'All logs, or what the filters leave of them, as a file',
          successDescription: 'The file, as it is read',
        },
        download: ['text/csv', 'application/json'],
        errors: ['NOT_FOUND'],
      })
      .input(consoleAuditExportInput)
      .output(auditExportPart)
      .query(async ({ ctx, input: { format, ...input } }) => {
        const { platform } = ctx.database
        const isFirst = input.cursor === undefined
        if (isFirst) {
          const { tenantId = PLATFORM_CHAIN } = input
          const about = tenantId === PLATFORM_CHAIN ? null : tenantId
          const isKnown = about === null || (await listTenantNames(platform, [about])).has(about)
          if (!isKnown) throw new AppError('NOT_FOUND')
          await appendAudit(platform, {
            tenantId: about,
            actor: callActor(ctx),
            action: 'audit.export',
            resource: { type: 'tenants', id: about },
            details: { format, filters: input },
          })
        }
        const { items, next } = await listConsolePart(platform, input)
        const text = printAuditPart(items, { format, isFirst, isLast: next === null, columns })
        return { text, next }
      }),

    verify: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/audit/verify',
          tags,
          summary: 'Prove that nothing was changed, removed or slipped in, in one log',
        },
      })
      .input(
        z.object({
          tenantId: z.uuid('This is not an id.').describe('A tenant, or the nil UUID for the platform'),
        }),
      )
      .output(consoleProof)
      .query(({ ctx, input }) => verifyLog(ctx.database.platform, { ...input, sealKey })),

    verifyAll: viewerProcedure()
      .meta({
        openapi: {
          method: 'GET',
          path: '/admin/audit/verify-all',
          tags,
          summary: 'The same for all logs, some at a time',
        },
      })
      .input(
        z.object({
          after: z
            .uuid('This is not an id.')
            .optional()
            .describe('`next` of the part before; without it, from the beginning'),
        }),
      )
      .output(proofsPart)
      .query(({ ctx, input }) => verifyLogs(ctx.database.platform, { after: input.after, sealKey })),
  })
}
