'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { ProviderTokensPanel } from './provider-tokens-panel.tsx'
import { ViewerCodePanel } from './viewer-code-panel.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 26rem)' },
  },
})

/** What ties the workspace to the world of the stream: tokens of providers, and viewers who prove who they are. */
export function ConnectionsScreen() {
  const may = useMay()
  return (
    <>
      <PageHeader
        title="Connections"
        description="Services your stream uses, and viewers who prove who they are."
      />
      <Columns>
        {may('provider-tokens:list') && <ProviderTokensPanel />}
        <ViewerCodePanel />
      </Columns>
    </>
  )
}
