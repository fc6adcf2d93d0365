'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useRecordChanges } from '#src/resources/ui/use-record-changes.ts'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import type { ListQuery } from '#src/resources/ui/record-client.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { formatDay } from '#src/ui/format/dates.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { statusLabel, type Booking } from '../stay-spans.ts'
import { bookingsTarget } from '../targets.ts'

/** More guests than this in a day are looked up in the table. */
const SHOWN = 100
const Row = chakra('li', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '3',
    py: '3',
    borderTopWidth: '1px',
    _first: { borderTopWidth: '0', pt: '0' },
  },
})
const GuestLink = chakra(NextLink, {
  base: {
    fontWeight: 'medium',
    overflowWrap: 'anywhere',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})

interface StayListProps {
  title: string
  query: ListQuery
  empty: string
  /** what can be done about each of them */
  step?: { label: string; status: Booking['status'] }
}

/** Some bookings of a day, each with the next step. */
export function StayList({ title, query, empty, step }: StayListProps) {
  const may = useMay()
  const changes = useRecordChanges(bookingsTarget)
  const [busy, setBusy] = useState<string>()
  const { data } = useRecordList(bookingsTarget, {
    ...query,
    sortBy: 'propertyId',
    order: 'asc',
    limit: SHOWN,
  })
  const stays = data?.items as Booking[] | undefined

  async function take(booking: Booking, status: Booking['status']): Promise<void> {
    setBusy(booking.id)
    try {
      await changes.update(booking, { status })
      announce(`${booking.guestName}: ${statusLabel(status)}`)
    } catch (thrown) {
      toast.error(`${booking.guestName} stays as before`, { description: callErrorOf(thrown).message })
      await changes.refresh(booking.id)
    } finally {
      setBusy(undefined)
    }
  }

  return (
    <Panel title={title} {...(stays && stays.length > 0 ? { description: `${stays.length} in all` } : {})}>
      {!stays && <SkeletonRows rows={2} label={`Loading ${title}`} />}
      {stays?.length === 0 && <chakra.p color="fg.muted">{empty}</chakra.p>}
      <ul>
        {stays?.map((stay) => (
          <Row key={stay.id}>
            <chakra.div minW="0">
              <GuestLink href={addressOf(bookingsTarget, stay.id)}>{stay.guestName}</GuestLink>
              <chakra.div color="fg.muted" textStyle="sm">
                {stay.property.label} · {stay.guests} {stay.guests === 1 ? 'guest' : 'guests'} · until{' '}
                {formatDay(stay.checkOut)} · {statusLabel(stay.status)}
              </chakra.div>
            </chakra.div>
            {step && may('bookings:update') && (
              <Button
                size="sm"
                variant="outline"
                loading={busy === stay.id}
                aria-label={`${step.label} ${stay.guestName}`}
                onClick={() => void take(stay, step.status)}
              >
                {step.label}
              </Button>
            )}
          </Row>
        ))}
      </ul>
    </Panel>
  )
}
