import { z } from 'zod'

export const tenantStatuses = [
  'provisioning',
  'trial',
  'active',
  'suspended',
  'cancelled',
  'deleted',
  'failed',
] as const
export type TenantStatus = (typeof tenantStatuses)[number]

/** Statuses in which people can work in the workspace. */
export const openStatuses = ['trial', 'active'] as const satisfies readonly TenantStatus[]

export const industries = ['pet-care', 'lettings', 'concierge', 'overlay'] as const
export type Industry = (typeof industries)[number]

export const plans = ['free', 'starter', 'standard', 'pro'] as const
export type Plan = (typeof plans)[number]

const planAliases: Record<string, Plan> = { basic: 'starter', premium: 'pro' }

/** A plan by its name or by one of the names customers know from elsewhere. */
export const planInput = z.preprocess(
  (value) => (typeof value === 'string' ? (planAliases[value] ?? value) : value),
  z.enum(plans, { error: 'Choose one of the plans.' }),
)

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((value) => !hasControlCharacters(value), 'Control characters are not allowed.')
    // Halves of characters would come back changed, and JSON columns refuse them.
    .refine((value) => value.isWellFormed(), 'This contains half a character. Please type it again.')

/** A postal address; every line may be left empty. */
export const addressInput = z.object({
  street: line(120).default(''),
  city: line(80).default(''),
  state: line(80).default(''),
  postalCode: line(20).default(''),
  country: line(80).default(''),
})
export type Address = z.infer<typeof addressInput>

/** One line of text from a person: trimmed, without control characters, of a bounded length. */
export function textLine({ min, max, missing }: { min: number; max: number; missing: string }) {
  return line(max).refine((value) => [...value].length >= min, missing)
}

function hasControlCharacters(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u001f\u007f]/.test(value)
}
