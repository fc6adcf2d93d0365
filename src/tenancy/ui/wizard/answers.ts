import type { SignUpOptions, SignUpRequest } from '../../sign-up.ts'
import type { Industry, Plan } from '../../tenant.ts'

/** What the wizard's one form holds. Its paths are those of the sign-up request, so server errors fit. */
export type Answers = {
  business: {
    name: string
    industry: Industry | ''
    phone: string
    address: { street: string; city: string; state: string; postalCode: string; country: string }
  }
  subdomain: string
  owner: { fullName: string; email: string; password: string }
  preferences: { timezone: string; currency: string; plan: Plan; modules: string[]; services: string[] }
}

/** Answers of somebody who has not typed anything yet. */
export function createAnswers(): Answers {
  return {
    business: {
      name: '',
      industry: '',
      phone: '',
      address: { street: '', city: '', state: '', postalCode: '', country: '' },
    },
    subdomain: '',
    owner: { fullName: '', email: '', password: '' },
    preferences: { timezone: '', currency: '', plan: 'free', modules: [], services: [] },
  }
}

/** The module that an industry's workspace starts with. */
export function moduleOfIndustry(options: SignUpOptions, industry: string): string | undefined {
  return options.industries.find((offer) => offer.id === industry)?.module
}

/** Starter services on offer for an industry. */
export function servicesOfIndustry(options: SignUpOptions, industry: string): SignUpOptions['services'] {
  const own = moduleOfIndustry(options, industry)
  return options.services.filter((service) => service.module === own)
}

/** Keys of the services that an industry begins with unless somebody chooses otherwise. */
export function suggestedServices(options: SignUpOptions, industry: string): string[] {
  return servicesOfIndustry(options, industry)
    .filter((service) => service.selected)
    .map((service) => service.key)
}

/** Modules that can be switched on beside the industry's own. */
export function extraModules(options: SignUpOptions, industry: string): SignUpOptions['modules'] {
  const own = moduleOfIndustry(options, industry)
  return options.modules.filter((module) => module.id !== own)
}

/**
 * The request that creates the workspace. What was left empty is left out, and choices that belong to another
 * industry than the final one are dropped.
 */
export function toSignUpRequest(answers: Answers, options: SignUpOptions): SignUpRequest {
  const { business, subdomain, owner, preferences } = answers
  const { name, industry, phone, address } = business
  const hasAddress = Object.values(address).some((line) => line.trim() !== '')
  const offered = new Set(servicesOfIndustry(options, industry).map((service) => service.key))
  const extras = new Set(extraModules(options, industry).map((module) => module.id))
  return {
    business: {
      name: name.trim(),
      industry: industry as Industry,
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(hasAddress ? { address } : {}),
    },
    subdomain: subdomain.trim(),
    owner: { ...owner, fullName: owner.fullName.trim(), email: owner.email.trim() },
    preferences: {
      plan: preferences.plan,
      ...(preferences.timezone ? { timezone: preferences.timezone } : {}),
      ...(preferences.currency ? { currency: preferences.currency } : {}),
      modules: preferences.modules.filter((id) => extras.has(id)),
      services: preferences.services.filter((key) => offered.has(key)),
    },
  }
}
