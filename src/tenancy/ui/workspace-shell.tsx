'use client'

import type { ReactNode } from 'react'
import { ConnectionStatus } from '#src/trpc/ui/connection-status.tsx'
import { LostConnectionBanner } from '#src/trpc/ui/lost-connection-banner.tsx'
import { useConnection } from '#src/trpc/ui/use-connection.ts'
import { AppShell } from '#src/ui/layout/app-shell.tsx'
import type { NavGroup } from '#src/ui/layout/nav-link.tsx'
import { PrefetchedLink } from '#src/ui/layout/prefetched-link.tsx'
import { WorkspaceHome } from './workspace-brand.tsx'
import { VisitBanner } from './visit-banner.tsx'
import { useLiveModules } from './use-live-modules.ts'
import { useLiveRights } from './use-live-rights.ts'
import { useWorkspace } from './workspace-context.tsx'
import { WorkspacePersonMenu } from './workspace-person-menu.tsx'

interface WorkspaceShellProps {
  groups: readonly NavGroup[]
  search: ReactNode
  /** the navigation was folded when the page was last left */
  isFolded: boolean
  children: ReactNode
}

/** The frame of every page of a workspace for people who are signed in. */
export function WorkspaceShell({ groups, search, isFolded, children }: WorkspaceShellProps) {
  const { tenant } = useWorkspace()
  const connection = useConnection()
  useLiveRights()
  useLiveModules()
  return (
    <AppShell
      brand={<WorkspaceHome name={tenant.businessName} />}
      brandMark={<WorkspaceHome name={tenant.businessName} markOnly />}
      groups={groups}
      search={search}
      status={<ConnectionStatus state={connection} />}
      person={<WorkspacePersonMenu />}
      banner={<LostConnectionBanner state={connection} />}
      notice={<VisitBanner />}
      defaultCollapsed={isFolded}
      LinkComponent={PrefetchedLink}
    >
      {children}
    </AppShell>
  )
}
