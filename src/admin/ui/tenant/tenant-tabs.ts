import type { SectionTab } from '#src/ui/layout/section-tabs.tsx'

/** The parts of a tenant's page, as `?tab=` names them. */
export const tenantTabs = [
  'overview',
  'runs',
  'modules',
  'people',
  'usage',
  'audit',
  'settings',
  'danger',
] as const
export type TenantTab = (typeof tenantTabs)[number]

const labels: Readonly<Record<TenantTab, string>> = {
  overview: 'Overview',
  runs: 'Runs',
  modules: 'Modules',
  people: 'People',
  usage: 'Usage',
  audit: 'Audit',
  settings: 'Settings',
  danger: 'Danger zone',
}

/** The part that an address asks for; the first one for whatever is none of ours, or not for this person. */
export function readTab(query: string | null, mayChange: boolean): TenantTab {
  return listTabs(mayChange).find((tab) => tab === query) ?? 'overview'
}

/** Where a part of the page is. */
export function tabAddress(tenantId: string, tab: TenantTab): string {
  const path = `/admin/tenants/${tenantId}`
  return tab === 'overview' ? path : `${path}?tab=${tab}`
}

/** The tabs of a tenant for those who may change it, or may only look. */
export function tabLinks(tenantId: string, mayChange: boolean): SectionTab[] {
  return listTabs(mayChange).map((tab) => ({ href: tabAddress(tenantId, tab), label: labels[tab] }))
}

/** Viewers have nothing to do where things are only done. */
function listTabs(mayChange: boolean): readonly TenantTab[] {
  return mayChange ? tenantTabs : tenantTabs.filter((tab) => tab !== 'danger')
}
