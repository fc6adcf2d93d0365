import { initTRPC } from '@trpc/server'
import type { OpenApiMeta } from 'trpc-to-openapi'
import type { Access } from '#src/auth/permissions.ts'
import type { CallContext } from './context.ts'
import { formatCallError } from './error-formatter.ts'

/** Every procedure says who may call it; most also have a REST twin. */
export type ProcedureMeta = OpenApiMeta & { access?: Access }

const trpc = initTRPC
  .context<CallContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => ({
      code: shape.code,
      message: shape.message,
      data: {
        path: shape.data.path,
        ...formatCallError(error, ctx?.requestId),
      },
    }),
  })

export const createRouter = trpc.router
export const mergeRouters = trpc.mergeRouters
export const middleware = trpc.middleware
export const createCallerFactory = trpc.createCallerFactory

/** A procedure under a declared access rule; the rule itself is enforced by the layer that knows tenants. */
export function procedureWithAccess(access: Access) {
  return trpc.procedure.meta({ access })
}

/** A procedure anybody may call. @param reason why that is right, for the reviewer of the access list */
export function publicProcedure(reason: string) {
  return procedureWithAccess({ kind: 'public', reason })
}
