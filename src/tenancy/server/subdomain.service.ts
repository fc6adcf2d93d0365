import type { PlatformDb } from '#src/db/server/database.ts'
import type { SubdomainAvailability } from '../sign-up.ts'
import { alternativeSubdomains, subdomainInput } from '../subdomain.ts'
import { listTakenSubdomains } from './tenant.repository.ts'

const ALTERNATIVES = 3

/** Whether an address can be had, and three others that can when it cannot. */
export async function getSubdomainAvailability(
  db: PlatformDb,
  { name, city }: { name: string; city?: string | undefined },
): Promise<SubdomainAvailability> {
  const parsed = subdomainInput.safeParse(name)
  const candidates = alternativeSubdomains(name.toLowerCase(), {
    count: ALTERNATIVES,
    ...(city ? { city } : {}),
  })
  const taken = await listTakenSubdomains(db, parsed.success ? [parsed.data, ...candidates] : candidates)
  const alternatives = candidates.filter((candidate) => !taken.has(candidate)).slice(0, ALTERNATIVES)
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? 'This address cannot be used.'
    return { subdomain: name, available: false, reason: 'invalid', message, alternatives }
  }
  if (taken.has(parsed.data)) {
    return {
      subdomain: parsed.data,
      available: false,
      reason: 'taken',
      message: 'Already taken.',
      alternatives,
    }
  }
  return { subdomain: parsed.data, available: true, reason: 'free', alternatives: [] }
}
