import { z } from 'zod'
import { languageInput, languages } from './language.ts'
import { seenVersion } from './member.ts'
import { businessStep, preferencesStep } from './sign-up.ts'
import { addressInput, industries, plans, tenantStatuses } from './tenant.ts'

/** What the people of a workspace may change about it; the same rules as at its sign-up. */
export const tenantSettings = z.object({
  businessName: businessStep.shape.name,
  phone: businessStep.shape.phone.unwrap(),
  address: addressInput,
  timezone: preferencesStep.shape.timezone.unwrap(),
  currency: preferencesStep.shape.currency.unwrap(),
  language: languageInput,
})
export type TenantSettings = z.infer<typeof tenantSettings>

/** Fields that are not sent stay as they are. An address is sent whole. */
export const updateTenantInput = tenantSettings.partial().extend({ updatedAt: seenVersion })
export type UpdateTenant = z.infer<typeof updateTenantInput>

export const tenantOutput = z.object({
  id: z.uuid(),
  subdomain: z.string(),
  workspaceUrl: z.string(),
  businessName: z.string(),
  industry: z.enum(industries),
  phone: z.string(),
  address: z.object({
    street: z.string(),
    city: z.string(),
    state: z.string(),
    postalCode: z.string(),
    country: z.string(),
  }),
  timezone: z.string(),
  currency: z.string(),
  language: z.enum(languages).describe('What the business writes in; its texts are searched accordingly'),
  plan: z.enum(plans),
  status: z.enum(tenantStatuses),
  modules: z.array(z.string()).describe('Modules that are switched on'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
const use = z.object({
  limit: z.number().int().nullable().describe('null where the plan knows no end'),
  count: z.number().int(),
})

/** How much of its plan a workspace uses. How many records there are of each kind, their lists tell. */
export const planUseOutput = z.object({
  plan: z.enum(plans),
  title: z.string(),
  modules: use,
  people: use.describe('People of the team; clients are not counted'),
  recordsPerResource: use.pick({ limit: true }),
})
export type PlanUse = z.infer<typeof planUseOutput>

export type TenantDetails = z.infer<typeof tenantOutput>
