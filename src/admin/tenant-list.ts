import { z } from 'zod'
import { peopleSearch } from '#src/tenancy/member.ts'
import { industries, plans, tenantStatuses } from '#src/tenancy/tenant.ts'
import { pageOutput } from '#src/shared/pagination.ts'
import { commaList } from './comma-list.ts'

/** Tenants of one page at most. */
export const MAX_TENANT_PAGE = 200
/** Ids that can be asked for at once, to act on everything a filter leaves. */
export const MAX_TENANT_IDS = 10_000
const MAX_SORT_FIELDS = 3

/** What the list can be ordered by. */
export const tenantSortFields = [
  'businessName',
  'subdomain',
  'industry',
  'plan',
  'status',
  'people',
  'createdAt',
  'activatedAt',
  'statusChangedAt',
  'deletionDueAt',
] as const
export type TenantSortField = (typeof tenantSortFields)[number]
export type TenantOrder = { field: TenantSortField; descending: boolean }

const day = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'This is no date.')
  .refine((text) => text >= '1970' && text < '2200', 'This is no date of ours.')
  .optional()

/** What the list can be narrowed to. */
export const tenantFilters = z.object({
  q: peopleSearch.describe('Words of the subdomain, the business name, or the name or e-mail of an owner'),
  status: commaList(z.enum(tenantStatuses, 'There is no such status.')).describe(
    'One or several, with commas. Without, all but deleted ones',
  ),
  plan: commaList(z.enum(plans, 'There is no such plan.')).describe('One or several, with commas'),
  industry: commaList(z.enum(industries, 'There is no such industry.')).describe(
    'One or several, with commas',
  ),
  module: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'There is no such module.')
    .optional()
    .describe('A module that is switched on'),
  createdFrom: day.describe('A moment, or a day in UTC'),
  createdTo: day.describe('A moment, or the last day in UTC'),
})
export type TenantFilters = z.infer<typeof tenantFilters>

/** Field names with commas, each with a minus in front for descending: `plan,-createdAt`. */
const sort = z
  .string()
  .max(100, 'At most three fields.')
  .refine(isSort, `Name one to ${MAX_SORT_FIELDS} fields of ${tenantSortFields.join(', ')}.`)
  .default('-createdAt')
  .describe('Up to three fields with commas, `-` in front for descending: `plan,-createdAt`')

export const tenantSelection = tenantFilters.extend({ sort })
export type TenantSelection = z.infer<typeof tenantSelection>

export const tenantListInput = tenantSelection
  .extend({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    limit: z.coerce.number().int().min(1).max(MAX_TENANT_PAGE).default(20),
  })
  .prefault({})
export type TenantListInput = z.infer<typeof tenantListInput>

/** The whole list as a file, part by part. */
export const tenantExportInput = tenantSelection.extend({
  cursor: z.coerce.number().int().min(0).optional().describe('`next` of the part before'),
})
export type TenantExportInput = z.infer<typeof tenantExportInput>
export const tenantExportPart = z.object({ text: z.string(), next: z.int().nullable() })

export const tenantRow = z.object({
  id: z.uuid(),
  subdomain: z.string(),
  businessName: z.string(),
  industry: z.enum(industries),
  plan: z.enum(plans),
  status: z.enum(tenantStatuses),
  modules: z.array(z.string()).describe('Modules that are switched on'),
  people: z.int().describe('People of the team; clients are not counted'),
  owner: z
    .object({ fullName: z.string(), email: z.string() })
    .nullable()
    .describe('The first of the owners; null where nobody is one, as in a workspace that is gone'),
  createdAt: z.iso.datetime(),
  activatedAt: z.iso.datetime().nullable(),
  statusChangedAt: z.iso.datetime(),
  deletionDueAt: z.iso
    .datetime()
    .nullable()
    .describe('When it is deleted for good; null unless that is ordered'),
})
export type TenantListRow = z.infer<typeof tenantRow>

export const tenantPage = pageOutput(tenantRow)
export const tenantIds = z.object({
  ids: z.array(z.uuid()).max(MAX_TENANT_IDS).describe('In the order of the list'),
})

/** The fields of a sort in their order. @param text as `sort` accepts it */
export function readSort(text: string): TenantOrder[] {
  return text.split(',').map((part) => {
    const descending = part.startsWith('-')
    const name = descending ? part.slice(1) : part
    const field = tenantSortFields.find((candidate) => candidate === name)
    if (!field) throw new Error(`The list of tenants cannot be sorted by ${name}.`)
    return { field, descending }
  })
}

function isSort(text: string): boolean {
  const names = text.split(',').map((part) => part.replace(/^-/, ''))
  const known: readonly string[] = tenantSortFields
  return (
    names.length <= MAX_SORT_FIELDS &&
    new Set(names).size === names.length &&
    names.every((name) => known.includes(name))
  )
}
