import type { AuditOrigin } from '#src/audit/server/append-audit.repository.ts'
import type { CallContext } from '#src/trpc/server/context.ts'

/** Where a request comes from, as far as it is recorded with sessions and in the audit log. */
export type Caller = Pick<AuditOrigin, 'ip' | 'userAgent' | 'requestId' | 'impersonator'>

export function callerOf({ ip, userAgent, requestId, identity }: CallContext): Caller {
  return { ip, userAgent, requestId, impersonator: identity?.impersonator }
}
