import type { PlatformDb } from '#src/db/server/database.ts'
import { defaultModules } from '../plan-feature.ts'
import { industries } from '../tenant.ts'
import { listPlanFeatures } from './plan-feature.repository.ts'
import type { SignUpCatalog } from './sign-up.service.ts'

/** The plan of sign-ups that name none. */
const PLAN = 'free'

/** The modules that a new business of each industry comes with, in the order of the modules; each set once. */
export async function listWarmSets(
  db: PlatformDb,
  { moduleOf, moduleIds }: Pick<SignUpCatalog, 'moduleOf' | 'moduleIds'>,
): Promise<string[][]> {
  const said = await listPlanFeatures(db)
  const sets = industries.map((industry) => {
    const chosen = defaultModules(said, { plan: PLAN, trade: moduleOf(industry), moduleIds })
    return moduleIds.filter((id) => chosen.includes(id))
  })
  return [...new Map(sets.map((set) => [set.join(), set])).values()]
}
