'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Zap } from 'lucide-react'
import NextLink from 'next/link'
import { useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { addressOf, NEW_RECORD } from '#src/resources/ui/record-target.ts'
import { useRecord, useRecordList } from '#src/resources/ui/use-records.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { readText } from '../read-record.ts'
import { targets } from '../targets.ts'
import { useAddressValue } from '../use-address-value.ts'
import { BalanceFacts } from '../viewers/balance-facts.tsx'
import { ViewerPicker } from '../viewers/viewer-picker.tsx'
import { BuyForm } from './buy-form.tsx'
import { PowerupCard } from './powerup-card.tsx'

const Shelf = chakra('ul', {
  base: {
    display: 'grid',
    gap: '4',
    gridTemplateColumns: { base: '1fr', sm: 'repeat(auto-fill, minmax(15rem, 1fr))' },
  },
})

/** Powerups on sale, and buying them for a viewer. */
export function ShopScreen() {
  const [viewerId, chooseViewer] = useAddressValue('viewer')
  const [buying, setBuying] = useState<AnyRecord>()
  return (
    <>
      <PageHeader title="Shop" description="Powerups that viewers buy for their points." />
      <chakra.div display="grid" gap="6">
        <Panel>
          <chakra.div
            display="grid"
            gap="5"
            alignItems="start"
            gridTemplateColumns={{ base: 'minmax(0, 1fr)', lg: 'minmax(0, 20rem) minmax(0, 1fr)' }}
          >
            <ViewerPicker viewerId={viewerId} onChoose={chooseViewer} />
            {viewerId === '' ? (
              <chakra.p color="fg.muted" pt={{ lg: '8' }}>
                Choose who is buying.
              </chakra.p>
            ) : (
              <BalanceFacts viewerId={viewerId} />
            )}
          </chakra.div>
        </Panel>
        <Goods viewerId={viewerId} onBuy={setBuying} />
      </chakra.div>
      <Purchase viewerId={viewerId} powerup={buying} onClose={() => setBuying(undefined)} />
    </>
  )
}

function Goods({ viewerId, onBuy }: { viewerId: string; onBuy: (powerup: AnyRecord) => void }) {
  const may = useMay()
  const { data, error, refetch } = useRecordList(targets.powerups, {
    enabled: 'true',
    limit: 100,
    sortBy: 'cost',
    order: 'asc',
  })
  if (error) {
    return (
      <CallFailure
        title="The shop could not be loaded"
        error={callErrorOf(error)}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!data) return <SkeletonRows rows={6} label="Loading powerups" />
  if (data.items.length === 0) return <EmptyShelf />
  const mayBuy = viewerId !== '' && may('stream:create')
  return (
    <Shelf>
      {data.items.map((powerup) => (
        <PowerupCard key={powerup.id} powerup={powerup} onBuy={mayBuy ? () => onBuy(powerup) : undefined} />
      ))}
    </Shelf>
  )
}

function EmptyShelf() {
  const may = useMay()
  return (
    <EmptyState
      icon={<Zap />}
      title="Nothing on sale yet"
      description="Add a powerup, with what it costs and how many there are."
      action={
        may('powerups:create') && (
          <Button asChild>
            <NextLink href={addressOf(targets.powerups, NEW_RECORD)}>New powerup</NextLink>
          </Button>
        )
      }
    />
  )
}

interface PurchaseProps {
  viewerId: string
  powerup: AnyRecord | undefined
  onClose: () => void
}

function Purchase({ viewerId, powerup, onClose }: PurchaseProps) {
  const viewer = useRecord(targets.viewers, viewerId === '' ? undefined : viewerId)
  return (
    <Drawer
      open={powerup !== undefined}
      onClose={onClose}
      title={`Buy ${readText(powerup, 'name')}`}
      description={`For ${readText(viewer.data, 'username')}`}
    >
      {powerup && <BuyForm viewerId={viewerId} powerup={powerup} onBought={onClose} onCancel={onClose} />}
    </Drawer>
  )
}
