import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import { consoleAuditExportInput } from '#src/admin/audit-log.ts'
import { auditExportInput } from '#src/audit/audit-query.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { createCallerFactory } from '#src/trpc/server/init.ts'
import type { AppRouter } from '../root-router.ts'

const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/** Both read who is calling, as of now; the first also counts the request against its limit. */
type ExportContexts = Record<'contextOf' | 'renewContext', () => Promise<CallContext>>
type ExportInput = z.output<typeof consoleAuditExportInput>
type ExportPart = (ctx: CallContext, input: ExportInput) => Promise<{ text: string; next: string | null }>

export type AuditExportHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  contexts: ExportContexts,
) => Promise<void>

/** Streams logs: that of a workspace, or those of all. @returns by the path of the export */
export function createAuditExports(router: AppRouter): Readonly<Record<string, AuditExportHandler>> {
  const createCaller = createCallerFactory(router)
  return {
    '/api/v1/tenants/me/audit/export': exportHandler(auditExportInput, (ctx, input) =>
      createCaller(ctx).audit.export(input),
    ),
    '/api/v1/admin/audit/export': exportHandler(consoleAuditExportInput, (ctx, input) =>
      createCaller(ctx).admin.audit.export(input),
    ),
  }
}

/**
 * Streams part by part of the same procedure that tRPC serves. Each part is a call of its own: somebody who loses the
 * right meanwhile gets no more of it.
 */
function exportHandler(schema: z.ZodType<ExportInput>, exportPart: ExportPart): AuditExportHandler {
  return async (req, res, { contextOf, renewContext }) => {
    const query = Object.fromEntries(new URL(req.url ?? '/', 'http://x').searchParams)
    const parsed = schema.safeParse(query)
    if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
    const asked = parsed.data
    const { format } = asked
    const first = await exportPart(await contextOf(), asked)
    const day = new Date().toISOString().slice(0, 10)
    res.writeHead(200, {
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="audit-${day}.${format}"`,
      'cache-control': 'no-store',
    })
    async function* parts(): AsyncGenerator<string> {
      for (let part = first; ;) {
        yield part.text
        if (part.next === null) return
        part = await exportPart(await renewContext(), { ...asked, cursor: part.next })
      }
    }
    await pipeline(Readable.from(parts()), res)
  }
}
