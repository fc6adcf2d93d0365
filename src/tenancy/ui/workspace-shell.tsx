'use client'

import type { ReactNode } from 'react'
import { ConnectionBanner } from '#src/ui/feedback/connection-banner.tsx'
import { AppShell } from '#src/ui/layout/app-shell.tsx'
import type { NavGroup } from '#src/ui/layout/nav-link.tsx'
import { WorkspaceHome } from './workspace-brand.tsx'
import { WorkspaceLink } from './workspace-link.tsx'
import { useLiveModules } from './use-live-modules.ts'
import { useLiveRights } from './use-live-rights.ts'
import { useWorkspaceConnection } from './workspace-connection.ts'
import { useWorkspace } from './workspace-context.tsx'
import { WorkspacePersonMenu } from './workspace-person-menu.tsx'
import { WorkspaceStatus } from './workspace-status.tsx'

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
  const connection = useWorkspaceConnection()
  useLiveRights()
  useLiveModules()
  return (
    <AppShell
      brand={<WorkspaceHome name={tenant.businessName} />}
      brandMark={<WorkspaceHome name={tenant.businessName} markOnly />}
      groups={groups}
      search={search}
      status={<WorkspaceStatus state={connection} />}
      person={<WorkspacePersonMenu />}
      banner={
        <ConnectionBanner
          state={connection === 'away' ? 'reconnecting' : connection}
          message={
            connection === 'away'
              ? 'The server does not answer. What you typed is kept; save once it is back.'
              : 'You are offline. What you typed is kept; save once you are back.'
          }
        />
      }
      defaultCollapsed={isFolded}
      LinkComponent={WorkspaceLink}
    >
      {children}
    </AppShell>
  )
}
