import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { UpdateTenant } from '../tenant-settings.ts'
import type { Plan } from '../tenant.ts'
import { changePlanIn, requireLivingTenant, type PlanOrder } from './change-plan.service.ts'
import { requireSeen } from './team-rules.ts'
import { getOwnTenant, saveOwnTenant } from './tenant-settings.repository.ts'
import { changesOf } from './tenant-settings.service.ts'

/** Settings of a tenant from somebody of the platform; what is not given stays. */
export type SettingsOrder = Omit<PlanOrder, 'plan'> & {
  tenantId: string
  plan?: Plan | undefined
  settings: UpdateTenant
}

/**
 * Changes the settings of a tenant and its plan, both or neither; nothing is written when nothing differs.
 * @throws AppError NOT_FOUND, CONFLICT when somebody changed the tenant since `updatedAt` or when it is gone,
 *   PLAN_LIMIT_REACHED for a plan that is too small
 */
export async function updateTenantByPlatform(
  db: PlatformDb,
  { tenantId, plan, settings: { updatedAt, ...given }, ...order }: SettingsOrder,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const tenant = await requireLivingTenant(tx, tenantId)
    requireSeen(tenant.updatedAt, updatedAt, 'this tenant')
    const before = await getOwnTenant(tx, tenantId)
    const changes = changesOf(before, given)
    const names = Object.keys(changes)
    if (names.length > 0) {
      await saveOwnTenant(tx, before, changes)
      await appendAudit(tx, {
        tenantId,
        actor: order.actor,
        action: 'tenants.update',
        resource: { type: 'tenants', id: tenantId },
        details: {
          before: Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name))),
          after: changes,
        },
      })
    }
    if (plan !== undefined) await changePlanIn(tx, tenant, { plan, ...order })
  })
}
