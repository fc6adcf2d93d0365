import type { Permission } from '#src/auth/permissions.ts'
import type { SectionTab } from '#src/ui/layout/section-tabs.tsx'

/** The pages of the settings, in their order. One without a permission is everybody's own. */
export const settingsTabs: readonly (SectionTab & { permission?: Permission })[] = [
  { href: '/settings', label: 'Workspace', permission: 'tenant:get' },
  { href: '/settings/modules', label: 'Modules', permission: 'features:list' },
  { href: '/settings/account', label: 'My account' },
  { href: '/settings/sessions', label: 'Sessions' },
  { href: '/settings/api-tokens', label: 'API tokens' },
]
