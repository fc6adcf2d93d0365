'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { useRecordList } from '#src/resources/ui/use-records.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { statusLabel, type Booking } from '../stay-spans.ts'
import { bookingsTarget } from '../targets.ts'
import { useToday } from '../use-today.ts'

const SHOWN = 5
const Row = chakra('li', {
  base: { py: '3', borderTopWidth: '1px', _first: { borderTopWidth: '0', pt: '0' } },
})
const StayLink = chakra(NextLink, {
  base: {
    fontWeight: 'medium',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    overflowWrap: 'anywhere',
    _hover: { textDecoration: 'underline' },
  },
})

/** Who is there, and who comes next. */
export function NextStays({ propertyId }: { propertyId: string }) {
  const { data } = useRecordList(bookingsTarget, {
    ...{ propertyId, checkOutFrom: useToday(), status: 'pending,confirmed,checked_in' },
    ...{ sortBy: 'checkIn', order: 'asc', limit: SHOWN },
  })
  if (!data) return <SkeletonRows rows={3} label="Loading bookings" />
  if (data.items.length === 0) return <chakra.p color="fg.muted">Nobody is booked from today on.</chakra.p>
  return (
    <ul>
      {(data.items as Booking[]).map(({ id, guestName, checkIn, checkOut, nights, status }) => (
        <Row key={id}>
          <StayLink href={addressOf(bookingsTarget, id)}>{guestName}</StayLink>
          <chakra.div color="fg.muted" textStyle="sm">
            {formatDay(checkIn)} to {formatDay(checkOut)} · {nights} {nights === 1 ? 'night' : 'nights'} ·{' '}
            {statusLabel(status)}
          </chakra.div>
        </Row>
      ))}
    </ul>
  )
}
