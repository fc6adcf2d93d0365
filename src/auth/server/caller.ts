import type { CallContext } from '#src/trpc/server/context.ts'

/** Where a request comes from, as far as it is recorded with sessions and in the audit log. */
export type Caller = { ip: string | null; userAgent: string | null; requestId: string | null }

export function callerOf({ ip, userAgent, requestId }: CallContext): Caller {
  return { ip, userAgent, requestId }
}
