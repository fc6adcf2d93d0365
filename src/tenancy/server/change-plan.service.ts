import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import type { Plan } from '../tenant.ts'
import { countTeam } from './member.repository.ts'
import { listExceeded, planTooSmall } from './plan-fit.ts'
import { countModules, lockTenant, savePlan, type LockedTenant } from './tenant-life.repository.ts'

/** A plan for a tenant, and who gives it. */
export type PlanOrder = {
  plan: Plan
  actor: AuditActor
  /** take the plan though it is too small, for this reason */
  forcedBy?: string | undefined
  /** records of the kind that the tenant has most of; 0 will do for a plan that does not bound them */
  records: number
}

/**
 * Gives a tenant another plan.
 * @throws AppError NOT_FOUND, CONFLICT for one that is gone, PLAN_LIMIT_REACHED with what is too much for the plan
 */
export async function changePlan(
  db: PlatformDb,
  {
    tenantId,
    idempotentCall,
    ...order
  }: PlanOrder & {
    tenantId: string
    idempotentCall?: IdempotentCall | undefined
  },
): Promise<{ tenantId: string; plan: Plan }> {
  return db.$transaction(async (tx) => {
    const tenant = await requireLivingTenant(tx, tenantId)
    await changePlanIn(tx, tenant, order)
    const answer = { tenantId, plan: order.plan }
    await idempotentCall?.finishInPlatform(tx, answer)
    return answer
  })
}

/** The same for a tenant that is locked already. The plan it has is no change. */
export async function changePlanIn(
  tx: PlatformTx,
  tenant: LockedTenant,
  { plan, actor, forcedBy, records }: PlanOrder,
): Promise<void> {
  if (plan === tenant.plan) return
  const modules = await countModules(tx, tenant.id)
  const people = await countTeam(tx, tenant.id)
  const exceeded = listExceeded(plan, { modules, people, recordsPerResource: records })
  if (exceeded.length > 0 && forcedBy === undefined) throw planTooSmall(plan, exceeded)
  await savePlan(tx, tenant, plan)
  await appendAudit(tx, {
    tenantId: tenant.id,
    actor,
    action: 'tenants.change_plan',
    resource: { type: 'tenants', id: tenant.id },
    details: {
      before: { plan: tenant.plan },
      after: { plan },
      ...(exceeded.length > 0 ? { reason: forcedBy, exceeded } : {}),
    },
  })
}

/** @throws AppError NOT_FOUND, CONFLICT when only the log of the tenant is left */
export async function requireLivingTenant(tx: PlatformTx, tenantId: string): Promise<LockedTenant> {
  const tenant = await lockTenant(tx, tenantId)
  if (!tenant) throw new AppError('NOT_FOUND')
  if (tenant.status === 'deleted') {
    throw new AppError('CONFLICT', { message: 'This workspace is gone; only its log is left.' })
  }
  return tenant
}
