import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { offerOf, type PlanFeature } from '#src/tenancy/plan-feature.ts'
import { planLimitsOf } from '#src/tenancy/plans.ts'
import { listPlanFeatures, savePlanFeature } from '#src/tenancy/server/plan-feature.repository.ts'
import { plans } from '#src/tenancy/tenant.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import type { PlanFeaturesTable } from '../../plan-features.ts'
import { countEnabled, countTenantsByPlan } from './plan-table.repository.ts'

/** Plans by modules: what each plan does with each, and how many tenants that touches. */
export async function getPlanTable(db: PlatformDb, moduleIds: readonly string[]): Promise<PlanFeaturesTable> {
  const [said, tenants, enabled] = await Promise.all([
    listPlanFeatures(db),
    countTenantsByPlan(db),
    countEnabled(db),
  ])
  return {
    plans: plans.map((plan) => ({ plan, limits: planLimitsOf(plan), tenants: tenants.get(plan) ?? 0 })),
    cells: plans.flatMap((plan) =>
      moduleIds.map((module) => ({
        ...{ plan, module },
        offer: offerOf(said, { plan, module }),
        enabled: enabled.get(`${plan} ${module}`) ?? 0,
      })),
    ),
  }
}

type Change = { actor: AuditActor; idempotentCall: IdempotentCall | undefined }

/** Says what a plan does with a module from now on. What tenants have on stays on. */
export async function setPlanFeature(
  db: PlatformDb,
  feature: PlanFeature,
  { actor, idempotentCall }: Change,
): Promise<PlanFeature> {
  return db.$transaction(async (tx) => {
    const { plan, module, offer } = feature
    const before = await savePlanFeature(tx, feature)
    if (before !== offer) {
      await appendAudit(tx, {
        tenantId: null,
        actor,
        action: 'plan_features.update',
        resource: { type: 'plan_features', id: `${plan}:${module}` },
        details: { plan, module, before: { offer: before }, after: { offer } },
      })
    }
    await idempotentCall?.finishInPlatform(tx, feature)
    return feature
  })
}
