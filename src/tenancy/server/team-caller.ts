import type { AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { TenantRole } from '#src/auth/identity.ts'
import type { PermissionTable } from '#src/auth/permissions.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import { callActor } from './call-actor.ts'
import type { TenantCall } from './tenant-procedure.ts'

/** Who changes something about the workspace itself, as rules and audit log need to know them. */
export type TeamCaller = {
  tenantId: string
  userId: string
  actor: AuditActor
  permissions: PermissionTable
  /** stores the answer in the transaction that does the work */
  idempotentCall: IdempotentCall | undefined
}

/** The caller as the person they are by now, read under the lock of the team. */
export type TeamActor = TeamCaller & { role: TenantRole; fullName: string }

export function teamCallerOf(call: TenantCall): TeamCaller {
  const { tenant, identity, permissions, idempotentCall } = call
  const { tenantId } = tenant
  return { tenantId, userId: identity.userId, actor: callActor(call), permissions, idempotentCall }
}

/** The answer, stored with the work for whoever sends the same request again. */
export async function finishCall<Answer>(
  tx: PlatformTx,
  { idempotentCall }: Pick<TeamCaller, 'idempotentCall'>,
  answer: Answer,
): Promise<Answer> {
  await idempotentCall?.finishInPlatform(tx, answer)
  return answer
}
