import type { SectionTab } from '#src/ui/layout/section-tabs.tsx'

/** The parts of a tenant's page, as `?tab=` names them. */
export const tenantTabs = ['overview', 'modules', 'people', 'usage'] as const
export type TenantTab = (typeof tenantTabs)[number]

const labels: Readonly<Record<TenantTab, string>> = {
  overview: 'Overview',
  modules: 'Modules',
  people: 'People',
  usage: 'Usage',
}

/** The part that an address asks for; the first one for whatever is none of ours. */
export function readTab(query: string | null): TenantTab {
  return tenantTabs.find((tab) => tab === query) ?? 'overview'
}

/** Where a part of the page is. */
export function tabAddress(tenantId: string, tab: TenantTab): string {
  const path = `/admin/tenants/${tenantId}`
  return tab === 'overview' ? path : `${path}?tab=${tab}`
}

/** Links to all parts. */
export function tabLinks(tenantId: string): SectionTab[] {
  return tenantTabs.map((tab) => ({ href: tabAddress(tenantId, tab), label: labels[tab] }))
}
