import { initTRPC } from '@trpc/server'
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import'
import type { OpenApiMeta } from 'trpc-to-openapi'
import { requireAdmitted } from '#src/auth/impersonation.ts'
import type { Access } from '#src/auth/permissions.ts'
import type { LimitName } from '#src/limits/server/limit-table.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { CallContext } from './context.ts'
import { takeDeclaredLimits } from './declared-limits.ts'
import { formatCallError, toCallError } from './error-formatter.ts'
import { claimIdempotentCall } from './idempotency.ts'

/** Every procedure says who may call it; most also have a REST twin. */
export type ProcedureMeta = OpenApiMeta & {
  access?: Access
  /** what REST answers instead of 200 */
  successStatus?: 201 | 202
  /** codes it may answer beyond those that follow from its access, its method and its input */
  errors?: readonly ErrorCode[]
  /** REST answers a file of one of these types instead of JSON */
  download?: readonly string[]
  /** how often it may be called, beside the limit on all calls */
  limits?: readonly LimitName[]
}

const trpc = initTRPC
  .context<CallContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const failure = formatCallError(error, ctx?.requestId)
      // Not tRPC's own message: that of an unforeseen error speaks of our code and of the database.
      return {
        code: shape.code,
        message: failure.error.message,
        data: { path: shape.data.path, ...failure },
      }
    },
  })

export const createRouter = trpc.router
export const mergeRouters = trpc.mergeRouters
export const middleware = trpc.middleware
export const createCallerFactory = trpc.createCallerFactory

/**
 * Lets a mutation take effect once for one idempotency key. It comes behind whatever decides who may call, so
 * that nobody is given an answer they could not have got themselves.
 */
export const idempotent = trpc.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const { idempotencyKey } = ctx
  if (idempotencyKey === null || type !== 'mutation') return next()
  const rawInput = await getRawInput()
  const claim = await claimIdempotentCall({ ...ctx, idempotencyKey }, { operation: path, rawInput })
  if (claim.kind === 'answered') return { ok: true, data: claim.data, marker: middlewareMarker }
  const result = await next({ ctx: { idempotentCall: claim.call } })
  await (result.ok ? claim.finish(result.data) : claim.release())
  return result
})

/**
 * Holds a procedure to the limits it declares. It comes behind what decides who may call, so that nobody uses
 * up what others may do, and behind `idempotent`, so that asking for an answer again costs nothing.
 */
export const withinLimits = trpc.middleware(async ({ ctx, meta, next }) => {
  if (meta?.limits) await takeDeclaredLimits(ctx, meta.limits)
  return next()
})

/** Tells how a procedure ended, whatever decided it. */
const observed = trpc.middleware(async ({ ctx, path, next }) => {
  if (!ctx.noteCall) return next()
  const startedAt = performance.now()
  const result = await next()
  const code = result.ok ? 'OK' : toCallError(result.error).code
  ctx.noteCall({ procedure: path, code, ms: performance.now() - startedAt })
  return result
})

/** A procedure under a declared access rule; the rule itself is enforced by the layer that knows tenants. */
export function procedureWithAccess(access: Access) {
  return trpc.procedure
    .meta({ access })
    .use(observed)
    .use(({ ctx, meta, next }) => {
      requireAdmitted(ctx.identity, access)
      if (meta?.successStatus) ctx.response.status = meta.successStatus
      return next()
    })
}

/** A procedure anybody may call. @param reason why that is right, for the reviewer of the access list */
export function publicProcedure(reason: string) {
  return procedureWithAccess({ kind: 'public', reason }).use(idempotent).use(withinLimits)
}
