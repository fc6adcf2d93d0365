import { z } from 'zod'

const MIN_LENGTH = 3
const MAX_LENGTH = 30

/** Names that belong to the platform or would mislead people about who is behind an address. */
const reservedSubdomains = new Set(
  (
    'about abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover berth ' +
    'billing blog cdn console contact dashboard demo dev docs download email ftp health help host hostmaster ' +
    'imap info internal legal localhost login logout mail metrics mx news ns ns1 ns2 oauth ops payment ' +
    'payments platform pop pop3 postmaster privacy public root sales secure security signin signup sign-in ' +
    'sign-up smtp sso staging static status store support system team terms test trust webmail webmaster ' +
    'workspace workspaces ws www'
  ).split(' '),
)

/** True when the platform keeps this name for itself. */
export function isReservedSubdomain(name: string): boolean {
  return reservedSubdomains.has(name) || name.startsWith('xn--')
}

/** The address of a workspace: one DNS label, lowercase, 3 to 30 characters, not reserved. */
export const subdomainInput = z
  .string()
  .trim()
  .min(MIN_LENGTH, `At least ${MIN_LENGTH} characters.`)
  .max(MAX_LENGTH, `At most ${MAX_LENGTH} characters.`)
  .regex(/^[a-z0-9-]*$/, 'Use lowercase letters, digits and hyphens only.')
  .regex(/^[^-].*[^-]$/s, 'A hyphen cannot stand at the start or the end.')
  .refine((name) => !isReservedSubdomain(name), 'This address is reserved. Please choose another.')

/**
 * A subdomain made from a business name: accents dropped, everything else turned into single hyphens.
 * @returns a valid subdomain, or an empty string when the name has too little to work with.
 */
export function suggestSubdomain(businessName: string): string {
  const slug = businessName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return subdomainInput.safeParse(slug).success ? slug : ''
}

/**
 * Other names close to one that is taken, best first.
 * @returns up to `count * 3` valid candidates; the caller filters those that are free.
 */
export function alternativeSubdomains(
  name: string,
  { city, count = 3 }: { city?: string; count?: number } = {},
) {
  const stem = name.slice(0, MAX_LENGTH - 7).replace(/-+$/, '')
  const place = city ? suggestSubdomain(city) : ''
  const endings = [place, 'hq', 'studio', 'team', 'co', '2', '24', 'online', 'one'].filter(Boolean)
  return endings
    .map((ending) => `${stem}-${ending}`)
    .filter((candidate) => subdomainInput.safeParse(candidate).success)
    .slice(0, count * 3)
}
