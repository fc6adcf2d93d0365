import type { PlatformTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { Caller } from './caller.ts'

export type SignInRecord = {
  tenantId: string | null
  /** the person who acted, null for a visitor who is not known */
  actorId: string | null
  action: 'auth.sign_in' | 'auth.sign_in_failed' | 'auth.sign_out'
  resource: { type: 'session' | 'user'; id: string | null }
  details: Record<string, string>
  caller: Caller
}

export async function createSignInRecord(db: PlatformTx, record: SignInRecord): Promise<void> {
  const { tenantId, actorId, action, resource, details, caller } = record
  await db.auditLog.create({
    data: {
      id: newId(),
      tenantId,
      actorId,
      actorKind: actorId === null ? 'visitor' : tenantId === null ? 'platform' : 'user',
      action,
      resourceType: resource.type,
      resourceId: resource.id,
      details,
      ip: caller.ip,
      userAgent: caller.userAgent,
      requestId: caller.requestId,
    },
    select: { id: true },
  })
}
