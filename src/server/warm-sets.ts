import type { PlatformDb } from '#src/db/server/database.ts'
import { modules } from '#src/modules/registry.ts'
import { defaultModules } from '#src/tenancy/plan-feature.ts'
import { listPlanFeatures } from '#src/tenancy/server/plan-feature.repository.ts'
import { industries } from '#src/tenancy/tenant.ts'
import { signUpCatalog } from './sign-up-catalog.ts'

/** The plan of sign-ups that name none. */
const PLAN = 'free'

/** The modules that a new business of each industry comes with, in the order of the modules; each set once. */
export async function listWarmSets(db: PlatformDb): Promise<string[][]> {
  const said = await listPlanFeatures(db)
  const { moduleOf, moduleIds } = signUpCatalog
  const sets = industries.map((industry) => {
    const chosen = defaultModules(said, { plan: PLAN, trade: moduleOf(industry), moduleIds })
    return modules.map(({ id }) => id).filter((id) => chosen.includes(id))
  })
  return [...new Map(sets.map((set) => [set.join(), set])).values()]
}
