'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Pencil, SearchX } from 'lucide-react'
import NextLink from 'next/link'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { RecordFacts } from '#src/resources/ui/record-facts.tsx'
import { labelOfRecord } from '#src/resources/ui/record-label.ts'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useRecord } from '#src/resources/ui/use-records.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { propertiesTarget } from '../targets.ts'
import { NextStays } from './next-stays.tsx'
import { PropertyCalendar } from './property-calendar.tsx'
import { RevenuePanel } from './revenue-panel.tsx'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' },
    alignItems: 'start',
  },
})
const back = { href: addressOf(propertiesTarget), label: 'Properties' }

/** Everything about one property: its nights, who comes next, what it brings in. */
export function PropertyOverview({ id }: { id: string }) {
  const may = useMay()
  const found = useRecord(propertiesTarget, id)
  if (found.error && callErrorOf(found.error).code === 'NOT_FOUND')
    return (
      <EmptyState
        level={1}
        icon={<SearchX />}
        title="This property is not there"
        description="It was deleted, or the link is not complete."
      />
    )
  if (found.error && !found.data)
    return (
      <CallFailure
        title="This property could not be loaded"
        error={callErrorOf(found.error)}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <SkeletonRows rows={8} label="Loading property" />
  const { data: property } = found
  return (
    <>
      <PageHeader
        title={labelOfRecord(propertiesTarget.resource, property)}
        description={String(property['address'])}
        back={back}
        actions={
          may('properties:update') && (
            <Button asChild variant="outline">
              <NextLink href={addressOf(propertiesTarget, id)}>
                <Pencil />
                Edit
              </NextLink>
            </Button>
          )
        }
      />
      <chakra.div display="grid" gap="6">
        <PropertyCalendar propertyId={id} />
        <Columns>
          <RevenuePanel propertyId={id} />
          <chakra.div display="grid" gap="6">
            <Panel title="Next bookings">
              <NextStays propertyId={id} />
            </Panel>
            <Panel title="Facts">
              <RecordFacts target={propertiesTarget} record={property} />
            </Panel>
          </chakra.div>
        </Columns>
      </chakra.div>
    </>
  )
}
