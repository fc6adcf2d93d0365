'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Coins, Pencil, ShoppingBag } from 'lucide-react'
import NextLink from 'next/link'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { readText } from '../read-record.ts'
import { targets } from '../targets.ts'
import { BalanceFacts } from './balance-facts.tsx'
import { DropLines, InventoryLines, PurchaseLines } from './belongings.tsx'
import { LedgerLines } from './ledger-lines.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  },
})

/** Everything about one viewer: what they have, where it came from and what became of it. */
export function ViewerScreen({ id }: { id: string }) {
  const viewer = useRecord(targets.viewers, id)
  if (viewer.error) {
    return (
      <CallFailure
        title="This viewer could not be loaded"
        error={callErrorOf(viewer.error)}
        onRetry={() => void viewer.refetch()}
      />
    )
  }
  return (
    <>
      <PageHeader
        title={readText(viewer.data, 'username') || '…'}
        description={readText(viewer.data, 'country')}
        back={{ href: addressOf(targets.viewers), label: 'Viewers' }}
        actions={
          <>
            <Button asChild variant="outline">
              <NextLink href={addressOf(targets.viewers, id)}>
                <Pencil />
                Edit
              </NextLink>
            </Button>
            <Button asChild variant="outline">
              <NextLink href={`/overlay/shop?viewer=${id}`}>
                <ShoppingBag />
                Shop
              </NextLink>
            </Button>
            <Button asChild>
              <NextLink href={`/overlay/points?viewer=${id}`}>
                <Coins />
                Award points
              </NextLink>
            </Button>
          </>
        }
      />
      <chakra.div display="grid" gap="6">
        <Panel>
          <BalanceFacts viewerId={id} />
        </Panel>
        <Columns>
          <LedgerLines viewerId={id} />
          <chakra.div display="grid" gap="6">
            <InventoryLines viewerId={id} />
            <PurchaseLines viewerId={id} />
            <DropLines viewerId={id} />
          </chakra.div>
        </Columns>
      </chakra.div>
    </>
  )
}
