'use client'

import { useMemo, useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import type { RecordOutput } from '#src/resources/record-types.ts'
import type { FormValues } from '#src/resources/ui/form-values.ts'
import { RecordDrawer } from '#src/resources/ui/record-drawer.tsx'
import { NEW_RECORD } from '#src/resources/ui/record-target.ts'
import { printDay } from '#src/ui/calendar/calendar-day.ts'
import { NightsGrid } from '#src/ui/calendar/nights-grid/nights-grid.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { formatMoney } from '#src/ui/format/money.ts'
import type { properties } from '../../resources/properties.ts'
import { nightsOf, type Month } from '../months.ts'
import { toSpan, type Booking } from '../stay-spans.ts'
import { bookingsTarget, propertyPage } from '../targets.ts'
import { useToday } from '../use-today.ts'

interface NightsBoardProps {
  month: Month
  properties: readonly RecordOutput<typeof properties>[]
  bookings: readonly Booking[]
  isStale: boolean
}

/** The nights of a month: stays open their booking, free nights begin one. */
export function NightsBoard({ month, properties: lets, bookings, isStale }: NightsBoardProps) {
  const may = useMay()
  const today = useToday()
  const { from, count } = nightsOf(month)
  const [open, setOpen] = useState<{ id: string; given?: FormValues }>()
  const rows = useMemo(
    () =>
      lets.map(({ id, name, nightlyRateCents, currency }) => ({
        id,
        label: name,
        detail: formatMoney(nightlyRateCents, currency),
        href: propertyPage(id),
      })),
    [lets],
  )
  const spans = useMemo(() => bookings.map(toSpan), [bookings])
  return (
    <>
      <NightsGrid
        label={`Nights of ${printDay(from, 'month')}`}
        rows={rows}
        spans={spans}
        from={from}
        days={count}
        today={today}
        isStale={isStale}
        onSpanOpen={(id) => setOpen({ id })}
        {...(may('bookings:create')
          ? {
              onNightsChoose: (nights) =>
                setOpen({
                  id: NEW_RECORD,
                  given: { propertyId: nights.rowId, checkIn: nights.from, checkOut: nights.to },
                }),
            }
          : {})}
      />
      <RecordDrawer
        target={bookingsTarget}
        recordId={open?.id}
        given={open?.given}
        onOpen={(id) => setOpen({ id })}
        onClose={() => setOpen(undefined)}
        onSaved={(record, wasNew) =>
          toast.success(`${String(record['guestName'])} ${wasNew ? 'booked' : 'saved'}`)
        }
      />
    </>
  )
}
