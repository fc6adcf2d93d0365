import type { PlatformDb } from '#src/db/server/database.ts'
import { hashPassword } from '#src/auth/server/password.ts'
import { listTakenSubdomains } from '#src/tenancy/server/tenant.repository.ts'
import type { Industry } from '#src/tenancy/tenant.ts'
import { demoBusiness, type DemoBusiness } from './demo-businesses.ts'
import { demoTeam, type DemoMember } from './demo-team.ts'
import { seededRandom } from './seeded-random.ts'
import { seedTenant, type Seeding } from './seed-tenant.ts'

/** A tenant that was made, and who can sign in to it. */
export type SeededTenant = {
  tenantId: string
  businessName: string
  industry: string
  workspaceUrl: string
  people: readonly DemoMember[]
}

type Wanted = {
  /** one tenant for each entry */
  industries: readonly Industry[]
  /** the same seed chooses the same names and records */
  seed: string
  onProgress?: (done: number, total: number) => void
}

/** Signing up is mostly hashing, which other cores can do meanwhile. */
const AT_ONCE = 3

/** Makes demo tenants, beside those there are. @returns them in the order of `industries` */
export async function seedTenants(
  parts: Omit<Seeding, 'passwordHash'>,
  { industries, seed, onProgress }: Wanted,
): Promise<SeededTenant[]> {
  const { database, site } = parts
  const seeding = { ...parts, passwordHash: await hashPassword(parts.password) }
  const waiting = (await listFreeBusinesses(database.platform, industries)).entries()
  const seeded: SeededTenant[] = []
  let done = 0
  async function seedNext(): Promise<void> {
    for (const [position, business] of waiting) {
      const random = seededRandom(`${seed}/${business.subdomain}`)
      const team = demoTeam(business.subdomain, random)
      const { tenantId, businessName, industry } = await seedTenant(seeding, { business, team, random })
      const workspaceUrl = site.workspaceUrl(business.subdomain)
      seeded[position] = { tenantId, businessName, industry, workspaceUrl, people: team }
      onProgress?.((done += 1), industries.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, seedNext))
  return seeded
}

/** A business for each industry, with an address that nobody has. */
async function listFreeBusinesses(db: PlatformDb, industries: readonly Industry[]): Promise<DemoBusiness[]> {
  const chosen = new Set<string>()
  const businesses: DemoBusiness[] = []
  for (const industry of industries) {
    for (let number = 0; ; number += 1) {
      const business = demoBusiness(industry, number)
      if (chosen.has(business.subdomain)) continue
      chosen.add(business.subdomain)
      if ((await listTakenSubdomains(db, [business.subdomain])).size > 0) continue
      businesses.push(business)
      break
    }
  }
  return businesses
}
