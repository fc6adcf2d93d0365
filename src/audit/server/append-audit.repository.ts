import type { ClientBase } from 'pg'
import type { PlatformTx, TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { PlatformAction, RecordAction, SharedAction, TenantAction } from '../actions.ts'
import { redactDetails, soundText } from './redact.ts'

/** Where a request comes from, as the log remembers it; all null for work that nobody asked for just now. */
export type AuditOrigin = {
  ip: string | null
  userAgent: string | null
  requestId: string | null
  /** who of the platform acts as the one that is named */
  impersonator?: { id: string; fullName: string } | null | undefined
}

/** Who did it: a person of the tenant, one of the platform, somebody unknown, or Berth itself. */
export type AuditActor = AuditOrigin & {
  kind: 'user' | 'platform' | 'visitor' | 'system'
  userId: string | null
}

/** Who changes a record: always a person of the tenant. */
export type RecordActor = AuditOrigin & { userId: string }

type About = {
  actor: AuditActor
  resource: { type: string; id: string | null }
  /** `before` and `after` of a change, and whatever else explains it; secrets are taken out on the way */
  details?: Readonly<Record<string, unknown>>
}

/** One line of the log. Which chain it belongs to follows from the tenant. */
export type AuditEntry = About &
  (
    | { tenantId: string; action: TenantAction }
    | { tenantId: null; action: PlatformAction }
    | { tenantId: string | null; action: SharedAction }
  )

export type RecordAuditEntry = {
  action: RecordAction
  resource: { type: string; id: string }
  details: { label: string | null; before?: object; after?: object }
  /** fields that are declared secret */
  secretFields: readonly string[]
}

/** Berth itself, on behalf of a request that began it, if any. */
export function systemActor(requestId: string | null = null): AuditActor {
  return { kind: 'system', userId: null, ip: null, userAgent: null, requestId }
}

/** Writes a line as part of the transaction that does what it tells of. */
export async function appendAudit(tx: PlatformTx, entry: AuditEntry): Promise<void> {
  await tx.auditLog.create({ data: rowOf(entry), select: { id: true } })
}

/** The same on a plain connection, inside a transaction of the platform's scope. */
export async function appendAuditOn(client: ClientBase, entry: AuditEntry): Promise<void> {
  const row = rowOf(entry)
  await client.query(
    `insert into platform.audit_log (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id,
       details, ip, user_agent, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.tenantId,
      row.actorId,
      row.actorKind,
      row.action,
      row.resourceType,
      row.resourceId,
      row.details,
      row.ip,
      row.userAgent,
      row.requestId,
    ],
  )
}

/**
 * Writes a line about a record in the transaction that changes it. The tenant's role cannot reach the log
 * itself; the function it calls takes the tenant from that role.
 */
export async function appendRecordAudit(
  tx: TenantTx,
  actor: RecordActor,
  { action, resource, details, secretFields }: RecordAuditEntry,
): Promise<void> {
  const row = JSON.stringify({
    id: newId(),
    actorId: actor.userId,
    action,
    resourceType: resource.type,
    resourceId: resource.id,
    details: { ...redactDetails(details, secretFields), ...secondNameOf(actor) },
    ...originOf(actor),
  })
  await tx.$executeRaw`select tenant_gateway.append_audit(${row}::jsonb)`
}

function rowOf({ tenantId, actor, action, resource, details = {} }: AuditEntry) {
  return {
    id: newId(),
    tenantId,
    actorId: actor.userId,
    actorKind: actor.kind,
    action,
    resourceType: resource.type,
    resourceId: resource.id,
    details: { ...redactDetails(details), ...secondNameOf(actor) },
    ...originOf(actor),
  }
}

/** Kept with the words of the entry, so that it is searched, and part of the chain. */
function secondNameOf({ impersonator }: AuditOrigin) {
  return impersonator ? { impersonator: { id: impersonator.id, name: impersonator.fullName } } : {}
}

function originOf({ ip, userAgent, requestId }: AuditOrigin): Omit<AuditOrigin, 'impersonator'> {
  return { ip, userAgent: userAgent === null ? null : soundText(userAgent), requestId }
}
