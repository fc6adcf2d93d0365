import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TRPCError } from '@trpc/server'
import { auditExportInput } from '#src/audit/audit-query.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { createCallerFactory } from '#src/trpc/server/init.ts'
import type { AppRouter } from '../root-router.ts'

export const AUDIT_EXPORT_PATH = '/api/v1/tenants/me/audit/export'

const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/** Both read who is calling, as of now; the first also counts the request against its limit. */
type ExportContexts = Record<'contextOf' | 'renewContext', () => Promise<CallContext>>

/**
 * Streams the log of a tenant, part by part of the same procedure that tRPC serves. Each part is a call of its
 * own: somebody who loses the right meanwhile gets no more of it.
 */
export function createAuditExportHandler(router: AppRouter) {
  const createCaller = createCallerFactory(router)
  return async function serveAuditExport(
    req: IncomingMessage,
    res: ServerResponse,
    { contextOf, renewContext }: ExportContexts,
  ): Promise<void> {
    const query = Object.fromEntries(new URL(req.url ?? '/', 'http://x').searchParams)
    const asked = auditExportInput.safeParse(query)
    if (!asked.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: asked.error })
    const exportPart = (ctx: CallContext, cursor = asked.data.cursor) =>
      createCaller(ctx).audit.export({ ...asked.data, cursor })
    const first = await exportPart(await contextOf())
    const { format } = asked.data
    const day = new Date().toISOString().slice(0, 10)
    res.writeHead(200, {
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="audit-${day}.${format}"`,
      'cache-control': 'no-store',
    })
    async function* parts(): AsyncGenerator<string> {
      for (let part = first; ; part = await exportPart(await renewContext(), part.next)) {
        yield part.text
        if (part.next === null) return
      }
    }
    await pipeline(Readable.from(parts()), res)
  }
}
