import { tenantFilters, tenantSortFields } from '#src/admin/tenant-list.ts'
import { printSort } from '#src/ui/data-table/table-sort.ts'
import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'

/** What the address of the page may say. */
export const tenantTable: TableViewDefaults = {
  limit: 50,
  limits: [20, 50, 100, 200],
  sort: '-createdAt',
  hidden: ['industry', 'modules', 'activatedAt', 'deletionDueAt'],
  filters: ['status', 'plan', 'industry', 'module', 'age'],
  remember: 'tenants',
}

const HOUR_MS = 3_600_000

/** How long ago a tenant was created: at most, or at least, so many hours. */
const ages = {
  '24h': { hours: 24, isOlder: false },
  '7d': { hours: 7 * 24, isOlder: false },
  '30d': { hours: 30 * 24, isOlder: false },
  older: { hours: 30 * 24, isOlder: true },
} as const

export const ageChoices: readonly { value: keyof typeof ages; label: string }[] = [
  { value: '24h', label: 'Within 24 hours' },
  { value: '7d', label: 'Within 7 days' },
  { value: '30d', label: 'Within 30 days' },
  { value: 'older', label: 'More than 30 days ago' },
]

type TenantView = Pick<TableViewState, 'q' | 'filters' | 'sort'>

/** Search, filters and order as the server takes them; ages are counted back from `now`. */
export function toTenantSelection({ q, filters, sort }: TenantView, now: Date) {
  const { age, ...asked } = filters
  const known = sort.filter(({ id }) => tenantSortFields.some((field) => field === id))
  // An address that was edited by hand shows everything rather than an error about a field nobody sees.
  const narrowed =
    tenantFilters.safeParse({ ...asked, ...(q.trim() === '' ? {} : { q: q.trim() }) }).data ?? {}
  return {
    ...narrowed,
    ...toCreated(age, now),
    ...(known.length === 0 ? {} : { sort: printSort(known) }),
  }
}

function toCreated(age: string | undefined, now: Date): { createdFrom?: string; createdTo?: string } {
  const choice = ageChoices.find(({ value }) => value === age)
  if (!choice) return {}
  const { hours, isOlder } = ages[choice.value]
  const moment = new Date(now.getTime() - hours * HOUR_MS).toISOString()
  return isOlder ? { createdTo: moment } : { createdFrom: moment }
}

/** Where the file is that holds what the filters leave. */
export function tenantExportAddress(view: TenantView, now: Date): string {
  const parameters = Object.entries(toTenantSelection(view, now)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return `/api/v1/admin/tenants/export?${new URLSearchParams(parameters).toString()}`
}

/** Whether the list is narrowed, so that finding nothing does not mean there is nothing. */
export function isNarrowed({ q, filters }: Pick<TableViewState, 'q' | 'filters'>): boolean {
  return q.trim() !== '' || Object.keys(filters).length > 0
}
