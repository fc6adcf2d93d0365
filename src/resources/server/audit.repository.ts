import type { TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'

/** Who changes something, as the audit log remembers it. */
export type AuditActor = {
  userId: string
  ip: string | null
  userAgent: string | null
  requestId: string
}

export type AuditEntry = {
  /** `pets.update` */
  action: string
  resourceType: string
  resourceId: string
  details: { before?: unknown; after?: unknown }
}

/**
 * Writes an audit row as part of the transaction that makes the change. The tenant's role cannot reach the
 * log itself; the function it calls takes the tenant from that role.
 */
export async function appendAudit(tx: TenantTx, actor: AuditActor, entry: AuditEntry): Promise<void> {
  const { userId, ip, userAgent, requestId } = actor
  const row = JSON.stringify({
    id: newId(),
    actorId: userId,
    actorKind: 'user',
    ip,
    userAgent,
    requestId,
    ...entry,
  })
  await tx.$executeRaw`select tenant_gateway.append_audit(${row}::jsonb)`
}
