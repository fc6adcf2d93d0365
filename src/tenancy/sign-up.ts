import { z } from 'zod'
import { passwordInput } from '#src/auth/password-policy.ts'
import { subdomainInput } from './subdomain.ts'
import { addressInput, industries, planInput, textLine } from './tenant.ts'

/** One schema per step of the wizard; the server validates the same ones again. */
export const businessStep = z.object({
  name: textLine({ min: 1, max: 120, missing: 'Enter the name of your business.' }),
  industry: z.enum(industries, { error: 'Choose your industry.' }),
  phone: z
    .string()
    .trim()
    .regex(/^$|^\+?[0-9 ()./-]{5,30}$/, 'Enter a phone number, such as +44 20 7946 0000.')
    .optional(),
  address: addressInput.optional(),
})

export const subdomainStep = z.object({ subdomain: subdomainInput })

export const ownerStep = z.object({
  fullName: textLine({ min: 1, max: 120, missing: 'Enter your full name.' }),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'At most 254 characters.')
    .pipe(z.email('Enter an e-mail address, such as you@example.com.')),
  password: passwordInput,
})

export const preferencesStep = z.object({
  timezone: z.string().refine(isTimezone, 'Choose a timezone from the list.').default('UTC'),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrency, 'Choose a currency from the list, such as EUR.')
    .default('EUR'),
  plan: planInput.default('free'),
  modules: z.array(z.string().max(40)).max(10, 'At most 10 modules.').default([]),
  services: z.array(z.string().max(60)).max(50, 'At most 50 services.').default([]),
})

export const signUpInput = z.object({
  business: businessStep,
  subdomain: subdomainInput,
  owner: ownerStep,
  preferences: preferencesStep
    .extend({
      modules: preferencesStep.shape.modules
        .unwrap()
        .optional()
        .describe('Beside that of the industry; without it, those that come with the plan'),
    })
    .prefault({}),
})
export type SignUpInput = z.infer<typeof signUpInput>
/** What a caller may send: optional parts still missing. */
export type SignUpRequest = z.input<typeof signUpInput>

export const signUpOutput = z.object({
  tenantId: z.uuid(),
  runId: z.uuid(),
  watchToken: z.string(),
  workspaceUrl: z.string(),
})
export type SignUpResult = z.infer<typeof signUpOutput>

export const subdomainAvailability = z.object({
  subdomain: z.string(),
  available: z.boolean(),
  reason: z.enum(['free', 'taken', 'invalid']),
  message: z.string().optional(),
  alternatives: z.array(z.string()),
})
export type SubdomainAvailability = z.infer<typeof subdomainAvailability>

/** What the wizard offers; filled from the module registry by the page that shows it. */
export type SignUpOptions = {
  /** host with port that subdomains hang below, such as `berth.localhost:3000` */
  domain: string
  industries: { id: (typeof industries)[number]; title: string; description: string; module: string }[]
  modules: { id: string; title: string; description: string }[]
  /** starter records by module, shown for the industry's own module */
  services: { module: string; key: string; title: string; detail: string; selected: boolean }[]
}

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return /^[A-Za-z]/.test(value)
  } catch {
    return false
  }
}

function isCurrency(value: string): boolean {
  return Intl.supportedValuesOf('currency').includes(value)
}
