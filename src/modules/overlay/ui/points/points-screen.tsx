'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useAddressValue } from '../use-address-value.ts'
import { BalanceFacts } from '../viewers/balance-facts.tsx'
import { LedgerLines } from '../viewers/ledger-lines.tsx'
import { ViewerPicker } from '../viewers/viewer-picker.tsx'
import { PointsForm } from './points-form.tsx'
import { TopBalances } from './top-balances.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 24rem) minmax(0, 1fr)' },
  },
})

/** Gives viewers points, takes some, and shows where all of them came from and went to. */
export function PointsScreen() {
  const may = useMay()
  const [viewerId, chooseViewer] = useAddressValue('viewer')
  return (
    <>
      <PageHeader title="Points" description="What viewers have, where it came from and what became of it." />
      <Columns>
        <Panel>
          <chakra.div display="grid" gap="5">
            <ViewerPicker viewerId={viewerId} onChoose={chooseViewer} />
            {viewerId !== '' && may('stream:create') && <PointsForm key={viewerId} viewerId={viewerId} />}
          </chakra.div>
        </Panel>
        <chakra.div display="grid" gap="6" minW="0">
          {viewerId === '' ? (
            <>
              <TopBalances onChoose={chooseViewer} />
              <LedgerLines />
            </>
          ) : (
            <>
              <Panel
                title="Balance"
                actions={
                  <Button asChild size="sm" variant="outline">
                    <NextLink href={`/overlay/viewers/${viewerId}/overview`}>Open viewer</NextLink>
                  </Button>
                }
              >
                <BalanceFacts viewerId={viewerId} />
              </Panel>
              <LedgerLines key={viewerId} viewerId={viewerId} />
            </>
          )}
        </chakra.div>
      </Columns>
    </>
  )
}
