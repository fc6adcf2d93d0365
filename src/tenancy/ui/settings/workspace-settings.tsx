'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useTenantChanges, useTenantSettings } from './use-tenant-settings.ts'
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
  const router = useRouter()
  const settings = useTenantSettings()
  const { update, refresh } = useTenantChanges()
  if (settings.data) {
    return (
      <Columns>
        <WorkspaceForm
          tenant={settings.data}
          mayChange={may('tenant:update')}
          refresh={refresh}
          update={async (change) => {
            const stored = await update(change)
            // The frame around the page shows name, times and amounts by them.
            router.refresh()
            return stored
          }}
        />
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
