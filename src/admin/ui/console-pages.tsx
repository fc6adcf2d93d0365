import {
  Activity,
  Blocks,
  Building2,
  HeartPulse,
  LayoutDashboard,
  MailOpen,
  Radar,
  Rocket,
  ScrollText,
} from 'lucide-react'
import type { NavGroup } from '#src/ui/layout/nav-link.tsx'

/** The pages of the console, as its navigation and its palette list them. */
export const consolePages: readonly NavGroup[] = [
  {
    label: 'Fleet',
    entries: [
      { href: '/admin', label: 'Overview', icon: <LayoutDashboard />, exact: true, primary: true },
      { href: '/admin/tenants', label: 'Tenants', icon: <Building2 />, primary: true },
      { href: '/admin/runs', label: 'Runs', icon: <Activity />, primary: true },
      { href: '/admin/migrations', label: 'Migrations', icon: <Rocket /> },
      { href: '/admin/features', label: 'Features', icon: <Blocks /> },
    ],
  },
  {
    label: 'Platform',
    entries: [
      { href: '/admin/audit', label: 'Audit log', icon: <ScrollText />, primary: true },
      { href: '/admin/outbox', label: 'Outbox', icon: <MailOpen /> },
      { href: '/admin/drift', label: 'Drift', icon: <Radar /> },
      { href: '/admin/health', label: 'Health', icon: <HeartPulse /> },
    ],
  },
]
