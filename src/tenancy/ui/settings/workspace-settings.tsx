'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useTenantSettings } from './use-tenant-settings.ts'
import { WorkspaceFacts } from './workspace-facts.tsx'
import { WorkspaceForm } from './workspace-form.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    alignItems: 'start',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', xl: 'minmax(0, 1fr) 20rem' },
  },
})

/** The workspace itself: what its leaders may change, and what is fixed. */
export function WorkspaceSettings() {
  const may = useMay()
  const settings = useTenantSettings()
  if (settings.data) {
    return (
      <Columns>
        <WorkspaceForm tenant={settings.data} mayChange={may('tenant:update')} />
        <WorkspaceFacts tenant={settings.data} />
      </Columns>
    )
  }
  return (
    <Panel>
      {settings.error ? (
        <CallFailure
          title="The settings could not be loaded"
          error={callErrorOf(settings.error)}
          onRetry={() => void settings.refetch()}
        />
      ) : (
        <SkeletonRows rows={8} label="Loading settings" />
      )}
    </Panel>
  )
}
