import { createRouter } from '#src/trpc/server/init.ts'
import { createPlanFeaturesProcedures } from './plan-features.procedures.ts'
import { createTenantFeaturesProcedures } from './tenant-features.procedures.ts'

/** Which modules tenants have, and what plans give them. @param moduleIds all modules there are */
export function createConsoleFeaturesRouter(moduleIds: readonly string[]) {
  return createRouter({
    ...createPlanFeaturesProcedures(moduleIds),
    ...createTenantFeaturesProcedures(moduleIds),
  })
}
