'use client'

import { Activity, ScrollText, Settings, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import type { NavGroup } from '#src/ui/layout/nav-link.tsx'

/** The part of the navigation that every workspace has, whatever its modules. */
export function useWorkspaceNavigation(): NavGroup {
  const may = useMay()
  return useMemo(
    () => ({
      label: 'Workspace',
      entries: [
        ...(may('members:list') ? [{ href: '/team', label: 'Team', icon: <UsersRound /> }] : []),
        ...(may('runs:list') ? [{ href: '/status', label: 'Status', icon: <Activity /> }] : []),
        ...(may('audit:list') ? [{ href: '/audit', label: 'Audit log', icon: <ScrollText /> }] : []),
        { href: '/settings', label: 'Settings', icon: <Settings /> },
      ],
    }),
    [may],
  )
}
