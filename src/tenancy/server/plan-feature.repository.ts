import type { PlatformTx } from '#src/db/server/database.ts'
import { planFeature, type ModuleOffer, type PlanFeature } from '../plan-feature.ts'
import type { Plan } from '../tenant.ts'

/** Everything that was ever said about plans and modules: a handful. */
export async function listPlanFeatures(db: PlatformTx): Promise<PlanFeature[]> {
  const rows = await db.planFeature.findMany({ orderBy: [{ plan: 'asc' }, { module: 'asc' }] })
  return rows.map((row) => planFeature.parse(row))
}

/** @returns what was said before */
export async function savePlanFeature(
  tx: PlatformTx,
  { plan, module, offer }: { plan: Plan; module: string; offer: ModuleOffer },
): Promise<ModuleOffer> {
  const key = { plan_module: { plan, module } }
  const before = await tx.planFeature.findUnique({ where: key })
  await tx.planFeature.upsert({
    where: key,
    create: { plan, module, offer },
    update: { offer, updatedAt: new Date() },
  })
  return before === null ? 'offered' : planFeature.parse(before).offer
}

type Override = {
  tenantId: string
  module: string
  enabled: boolean
  beyondPlan: boolean
  reason: string | null
  setBy: string
}

/** Remembers that the platform has switched a module for a tenant. */
export async function saveOverride(tx: PlatformTx, override: Override): Promise<void> {
  const { tenantId, module } = override
  const values = { ...override, setAt: new Date() }
  const where = { tenantId_module: { tenantId, module } }
  await tx.featureOverride.upsert({ where, create: values, update: values })
}

/** Forgets it: the people of the tenant have decided themselves. */
export async function deleteOverride(
  tx: PlatformTx,
  { tenantId, module }: { tenantId: string; module: string },
): Promise<void> {
  await tx.featureOverride.deleteMany({ where: { tenantId, module } })
}
