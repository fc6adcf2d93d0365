import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { TenantAction } from '#src/audit/actions.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import { GRACE_DAYS, listMoves, targetOf, type TenantMove } from '../life-cycle.ts'
import type { TenantStatus } from '../tenant.ts'
import { tellOwners, type WorkspaceUrl } from './tell-owners.ts'
import { lockTenant, saveLife, type LockedTenant } from './tenant-life.repository.ts'

const DAY_MS = 86_400_000

/** Who orders a move, from where, and what it needs to be told. */
export type LifeOrder = {
  tenantId: string
  actor: AuditActor
  /** why, for the log */
  reason?: string | undefined
  workspaceUrl: WorkspaceUrl
  idempotentCall?: IdempotentCall | undefined
}

/** Where a move has brought a workspace. */
export type LifeOutcome = { tenantId: string; status: TenantStatus; deletionDueAt: string | null }

/**
 * Opens a workspace: a trial becomes a customer, a suspended one can be worked in again.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION
 */
export function activateTenant(db: PlatformDb, order: LifeOrder): Promise<LifeOutcome> {
  return moveTenant(db, order, {
    move: 'activate',
    action: 'tenants.activate',
    changesOf: (status) => ({ status, statusReason: null }),
  })
}

/**
 * Closes a workspace for all its people until it is activated. Its data stays as it is.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION
 */
export function suspendTenant(db: PlatformDb, order: LifeOrder & { reason: string }): Promise<LifeOutcome> {
  const { reason } = order
  return moveTenant(db, order, {
    move: 'suspend',
    action: 'tenants.suspend',
    changesOf: (status) => ({ status, statusReason: reason }),
  })
}

/**
 * Closes a workspace and orders its end, after days in which it can be restored.
 * @param order.confirm the subdomain as somebody has typed it
 * @throws AppError NOT_FOUND, INVALID_TRANSITION, CONFIRMATION_MISMATCH
 */
export function deleteTenant(
  db: PlatformDb,
  order: LifeOrder & { reason: string; confirm: string; graceDays?: number },
): Promise<LifeOutcome> {
  const { reason, confirm, graceDays = GRACE_DAYS } = order
  return moveTenant(db, order, {
    move: 'delete',
    action: 'tenants.schedule_deletion',
    changesOf: (status, tenant) => {
      if (confirm !== tenant.subdomain) throw new AppError('CONFIRMATION_MISMATCH')
      const deletionDueAt = new Date(Date.now() + graceDays * DAY_MS)
      return { status, statusBefore: tenant.status, statusReason: reason, deletionDueAt }
    },
  })
}

/**
 * Calls the deletion off: the workspace is what it was before.
 * @throws AppError NOT_FOUND, INVALID_TRANSITION, also once the removal has begun
 */
export function restoreTenant(db: PlatformDb, order: LifeOrder): Promise<LifeOutcome> {
  return moveTenant(db, order, {
    move: 'restore',
    action: 'tenants.restore',
    changesOf: (status) => ({ status, statusBefore: null, statusReason: null, deletionDueAt: null }),
  })
}

type Changes = Parameters<typeof saveLife>[2]
type Move = {
  move: TenantMove
  action: TenantAction
  changesOf: (status: TenantStatus, tenant: LockedTenant) => Changes
}

/** Of two at once the second sees what the first has done, and is refused. */
async function moveTenant(
  db: PlatformDb,
  order: LifeOrder,
  { move, action, changesOf }: Move,
): Promise<LifeOutcome> {
  return db.$transaction(async (tx) => {
    const tenant = await lockTenant(tx, order.tenantId)
    if (!tenant) throw new AppError('NOT_FOUND')
    const changes = changesOf(requireTarget(move, tenant), tenant)
    await saveLife(tx, tenant, changes)
    await noteMove(tx, order, { action, tenant, changes })
    await tellOwners(tx, order, { move, tenant, changes })
    const outcome: LifeOutcome = {
      tenantId: tenant.id,
      status: changes.status,
      deletionDueAt: changes.deletionDueAt?.toISOString() ?? null,
    }
    await order.idempotentCall?.finishInPlatform(tx, outcome)
    return outcome
  })
}

/** @throws AppError INVALID_TRANSITION with `from`, `to` and what is `allowed` */
function requireTarget(move: TenantMove, tenant: LockedTenant): TenantStatus {
  const to = targetOf(move, tenant)
  if (to !== undefined) return to
  const { status: from, isEnding } = tenant
  const now = isEnding ? 'being deleted' : from
  throw new AppError('INVALID_TRANSITION', {
    message: `A workspace that is ${now} cannot be ${DONE[move]}.`,
    details: { from, to: WANTED[move], allowed: listMoves(tenant).map((other) => targetOf(other, tenant)) },
  })
}

const DONE: Readonly<Record<TenantMove, string>> = {
  activate: 'activated',
  suspend: 'suspended',
  delete: 'deleted',
  restore: 'restored',
}
const WANTED: Readonly<Record<TenantMove, TenantStatus | null>> = {
  activate: 'active',
  suspend: 'suspended',
  delete: 'cancelled',
  restore: null,
}

async function noteMove(
  tx: PlatformTx,
  { actor, reason }: LifeOrder,
  { action, tenant, changes }: { action: TenantAction; tenant: LockedTenant; changes: Changes },
): Promise<void> {
  const { status, deletionDueAt } = changes
  await appendAudit(tx, {
    tenantId: tenant.id,
    actor,
    action,
    resource: { type: 'tenants', id: tenant.id },
    details: {
      before: { status: tenant.status },
      after: { status },
      ...(reason === undefined ? {} : { reason }),
      ...(deletionDueAt ? { deletionDueAt: deletionDueAt.toISOString() } : {}),
    },
  })
}
