import type { SharedAction } from '#src/audit/actions.ts'
import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { Caller } from './caller.ts'

export type SignInRecord = {
  tenantId: string | null
  /** the person who acted, null for a visitor who is not known */
  actorId: string | null
  action: SharedAction
  resource: { type: string; id: string | null }
  details: Readonly<Record<string, unknown>>
  caller: Caller
}

/** A line of the log about somebody's sign-in: as a person of their tenant or of the platform, or a visitor. */
export async function createSignInRecord(db: PlatformTx, record: SignInRecord): Promise<void> {
  const { tenantId, actorId, action, resource, details, caller } = record
  const kind = actorId === null ? 'visitor' : tenantId === null ? 'platform' : 'user'
  await appendAudit(db, {
    tenantId,
    actor: { kind, userId: actorId, ...caller },
    action,
    resource,
    details,
  })
}
