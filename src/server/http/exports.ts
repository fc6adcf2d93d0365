import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import { consoleAuditExportInput } from '#src/admin/audit-log.ts'
import { tenantExportInput } from '#src/admin/tenant-list.ts'
import { auditExportInput } from '#src/audit/audit-query.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { createCallerFactory } from '#src/trpc/server/init.ts'
import type { AppRouter } from '../root-router.ts'

const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/** Both read who is calling, as of now; the first also counts the request against its limit. */
type ExportContexts = Record<'contextOf' | 'renewContext', () => Promise<CallContext>>

/** One file that is given out part by part. */
type ExportedFile<Input> = {
  /** what it is called, before the day */
  name: string
  schema: z.ZodType<Input>
  formatOf: (input: Input) => keyof typeof CONTENT_TYPES
  part: (ctx: CallContext, input: Input) => Promise<{ text: string; next: string | number | null }>
}

export type ExportHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  contexts: ExportContexts,
) => Promise<void>

/** Streams what is too long for one answer: the log of a workspace, those of all, the list of tenants. @returns by path */
export function createExports(router: AppRouter): Readonly<Record<string, ExportHandler>> {
  const createCaller = createCallerFactory(router)
  return {
    '/api/v1/tenants/me/audit/export': exportHandler({
      name: 'audit',
      schema: auditExportInput,
      formatOf: ({ format }) => format,
      part: (ctx, input) => createCaller(ctx).audit.export(input),
    }),
    '/api/v1/admin/audit/export': exportHandler({
      name: 'audit',
      schema: consoleAuditExportInput,
      formatOf: ({ format }) => format,
      part: (ctx, input) => createCaller(ctx).admin.audit.export(input),
    }),
    '/api/v1/admin/tenants/export': exportHandler({
      name: 'tenants',
      schema: tenantExportInput,
      formatOf: () => 'csv',
      part: (ctx, input) => createCaller(ctx).admin.tenants.export(input),
    }),
  }
}

/**
 * Streams part by part of the same procedure that tRPC serves. Each part is a call of its own: somebody who loses the
 * right meanwhile gets no more of it.
 */
function exportHandler<Input extends object>({
  name,
  schema,
  formatOf,
  part: exportPart,
}: ExportedFile<Input>): ExportHandler {
  return async (req, res, { contextOf, renewContext }) => {
    const query = Object.fromEntries(new URL(req.url ?? '/', 'http://x').searchParams)
    const parsed = schema.safeParse(query)
    if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
    const asked = parsed.data
    const format = formatOf(asked)
    const first = await exportPart(await contextOf(), asked)
    const day = new Date().toISOString().slice(0, 10)
    res.writeHead(200, {
      'content-type': CONTENT_TYPES[format],
      'content-disposition': `attachment; filename="${name}-${day}.${format}"`,
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
