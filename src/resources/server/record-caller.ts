import type { RecordActor } from '#src/audit/server/append-audit.repository.ts'
import type { Role } from '#src/auth/identity.ts'
import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import type { ChangedRecord } from '#src/trpc/server/context.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import { isMember } from './member.repository.ts'

/** Who changes records, and for which tenant. */
export type RecordCaller = {
  tenantId: string
  /** currency of the tenant */
  currency: string
  /** IANA name of the tenant's time zone */
  timeZone: string
  /** what the tenant writes in */
  language: string
  role: Role
  /** the tenant's plan, which bounds how many records there may be; none for what the product itself adds */
  plan?: string | undefined
  actor: RecordActor
  /** true when the id is of a person of the tenant's team */
  isMember: (userId: string) => Promise<boolean>
  /** stores the answer in the transaction that makes the record */
  idempotentCall?: IdempotentCall | undefined
  /** tells those who look at records now that one has changed; nobody is told without */
  announceChange?: ((change: ChangedRecord) => void) | undefined
}

/** The caller of a procedure, as the engine of records knows them. */
export function callerOf(call: TenantCall): RecordCaller {
  const { database, identity, tenant, ip, userAgent, requestId, idempotentCall, announceChange } = call
  return {
    idempotentCall,
    announceChange,
    tenantId: tenant.tenantId,
    currency: tenant.currency,
    timeZone: tenant.timezone,
    language: tenant.language,
    role: identity.role,
    plan: tenant.plan,
    actor: { userId: identity.userId, ip, userAgent, requestId, impersonator: identity.impersonator },
    isMember: (userId) => isMember(database.member, userId),
  }
}

/** Does work in which changes are announced: they are told once it has succeeded, and never when it has not. */
export async function announceAfter<T>(
  caller: RecordCaller,
  work: (caller: RecordCaller) => Promise<T>,
): Promise<T> {
  const changed: ChangedRecord[] = []
  const result = await work({ ...caller, announceChange: (change) => void changed.push(change) })
  for (const change of changed) caller.announceChange?.(change)
  return result
}
