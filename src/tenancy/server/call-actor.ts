import type { AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { CallContext } from '#src/trpc/server/context.ts'

type Asking = Pick<CallContext, 'identity' | 'ip' | 'userAgent' | 'requestId'>

/** Who makes a call, as the audit log names them; a visitor with a watch token has no name. */
export function callActor({ identity, ip, userAgent, requestId }: Asking): AuditActor {
  const kind = identity === null ? 'visitor' : identity.tenantId === null ? 'platform' : 'user'
  const impersonator = identity?.impersonator
  return { kind, userId: identity?.userId ?? null, ip, userAgent, requestId, impersonator }
}
