'use client'

import { useMemo, type ReactNode } from 'react'
import { MayProvider } from '#src/auth/ui/may-provider.tsx'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { ModuleAccessProvider } from '#src/resources/ui/module-access.tsx'
import { RecordSearch } from '#src/resources/ui/search/record-search.tsx'
import { useLiveRecords } from '#src/resources/ui/use-live-records.ts'
import { useNavigation } from '#src/resources/ui/use-navigation.tsx'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { WorkspaceProvider, type Workspace } from '#src/tenancy/ui/workspace-context.tsx'
import { useWorkspaceNavigation } from '#src/tenancy/ui/use-workspace-navigation.tsx'
import { WorkspaceShell } from '#src/tenancy/ui/workspace-shell.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { FormatSettingsProvider } from '#src/ui/format/format-settings.tsx'

const permissions = permissionTableOf(modules, tenancyPermissions)

interface WorkspaceAppProps {
  workspace: Workspace
  isFolded: boolean
  children: ReactNode
}

/** Composes a workspace for the person who is signed in: its modules, their rights, the client, and the frame. */
export function WorkspaceApp({ workspace, isFolded, children }: WorkspaceAppProps) {
  const { tenant, person } = workspace
  const enabled = useMemo(
    () => modules.filter((module) => tenant.modules.includes(module.id)),
    [tenant.modules],
  )
  return (
    <WorkspaceProvider workspace={workspace}>
      <FormatSettingsProvider timeZone={tenant.timezone} currency={tenant.currency}>
        <ApiProvider>
          <MayProvider
            permissions={permissions}
            role={person.role}
            isImpersonated={person.visit !== undefined}
          >
            <ModuleAccessProvider modules={enabled}>
              <Frame isFolded={isFolded}>{children}</Frame>
            </ModuleAccessProvider>
          </MayProvider>
        </ApiProvider>
      </FormatSettingsProvider>
    </WorkspaceProvider>
  )
}

function Frame({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  const records = useNavigation()
  const workspace = useWorkspaceNavigation()
  useLiveRecords()
  const groups = useMemo(() => [...records, workspace], [records, workspace])
  return (
    <WorkspaceShell groups={groups} search={<RecordSearch />} isFolded={isFolded}>
      {children}
    </WorkspaceShell>
  )
}
