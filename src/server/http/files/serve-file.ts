import type { IncomingMessage, ServerResponse } from 'node:http'
import { may, type ResourceAction } from '#src/auth/permissions.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { requireTenantCall, scopeOf, type TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { serveDownload } from './download.ts'
import type { FileRoute } from './file-route.ts'
import { serveUpload } from './upload.ts'

type FileRequest = { route: FileRoute; contextOf: () => Promise<CallContext> }

/**
 * Answers what procedures cannot, as their bodies are JSON: files on their way in and out. Who may call is decided
 * in the same order, by the permissions of the records the file is for.
 */
export async function serveFile(
  req: IncomingMessage,
  res: ServerResponse,
  { route, contextOf }: FileRequest,
): Promise<void> {
  const ctx = await contextOf()
  const call: TenantCall = { ...ctx, ...requireTenantCall(ctx) }
  requireRight(call, route)
  await withTenantScope(scopeOf(call), () =>
    route.kind === 'upload'
      ? serveUpload(req, res, { call, route })
      : serveDownload(res, { call, route, recordId: route.recordId }),
  )
}

/** @throws AppError FORBIDDEN, MODULE_NOT_ENABLED */
function requireRight({ permissions, identity, tenant }: TenantCall, { kind, module, resource }: FileRoute) {
  const actions: ResourceAction[] = kind === 'upload' ? ['create', 'update'] : ['get']
  if (!actions.some((action) => may(permissions, identity, `${resource.name}:${action}`)))
    throw new AppError('FORBIDDEN')
  if (!tenant.modules.includes(module.id)) throw new AppError('MODULE_NOT_ENABLED')
}
