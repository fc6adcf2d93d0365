import { generatePassword } from '#src/auth/server/generate-password.ts'
import { EnvError, isPublic, type Env } from '#src/env.ts'
import { industries } from '#src/tenancy/tenant.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { demoBusiness } from './demo-businesses.ts'
import { describeSeeded } from './describe-seeded.ts'
import { seedTenants } from './seed-tenants.ts'
import type { Seeding } from './seed-tenant.ts'

/**
 * Everybody of a demo has one password, which is on a screen: nothing for an installation that strangers reach.
 * @throws EnvError in production, unless it is allowed
 */
export function requireDemoAllowed(env: Env): void {
  if (isPublic(env) && env.BERTH_ALLOW_DEMO !== '1')
    throw new EnvError(['BERTH_ALLOW_DEMO: demo tenants are refused in production unless it is 1'])
}

/**
 * Makes one tenant per industry in a database that has none. A start that was interrupted is completed by the next
 * one: it makes those that are missing.
 * @returns what to tell about it
 */
export async function seedFirstStart(
  parts: Pick<Seeding, 'database' | 'authSecret' | 'site'>,
): Promise<string> {
  const present = await listSubdomains(parts.database.platform)
  const own = new Map(industries.map((industry) => [demoBusiness(industry, 0).subdomain, industry]))
  if (present.some((subdomain) => !own.has(subdomain)))
    return '  Demo: there are businesses already, so none was added.\n\n'
  const missing = [...own].filter(([subdomain]) => !present.includes(subdomain))
  if (missing.length === 0)
    return '  Demo: the tenants of an earlier start are there, with their password.\n\n'
  const password = generatePassword()
  const wanted = { industries: missing.map(([, industry]) => industry), seed: 'berth' }
  return describeSeeded(await seedTenants({ ...parts, password, now: new Date() }, wanted), password)
}

async function listSubdomains(db: PlatformDb): Promise<string[]> {
  const tenants = await db.tenant.findMany({
    where: { status: { not: 'deleted' } },
    select: { subdomain: true },
  })
  return tenants.map(({ subdomain }) => subdomain)
}
