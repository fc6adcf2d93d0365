'use client'

import { Button } from '@chakra-ui/react/button'
import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { CalendarPlus } from 'lucide-react'
import NextLink from 'next/link'
import { useMemo } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { lengthOf } from '#src/ui/calendar/time-grid/move-place.ts'
import { STEP_MINUTES, type TimePlace } from '#src/ui/calendar/time-grid/time-event.ts'
import { TimeGrid } from '#src/ui/calendar/time-grid/time-grid.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { appointments } from '../../resources/appointments.ts'
import { useAppointments } from '../appointments/use-appointments.ts'
import type { BookingStart } from '../booking/booking-form.tsx'
import { listColumns, NOWHERE, type CalendarCast } from './calendar-columns.ts'
import { toEvents } from './calendar-events.ts'
import { rangeOf, type CalendarView } from './calendar-view.ts'
import { MoveRefusal } from './move-refusal.tsx'
import { useMoveAppointments } from './use-move-appointments.ts'

interface CalendarSheetProps {
  view: CalendarView
  cast: CalendarCast | undefined
  castError: Error | null
  onRetry: () => void
  onOpen: (appointmentId: string) => void
  onBook: ((given: BookingStart) => void) | undefined
}

/** The grid of a view with its appointments, or why there is none. */
export function CalendarSheet({ view, cast, castError, onRetry, onOpen, onBook }: CalendarSheetProps) {
  const { timeZone } = useFormatSettings()
  const { permits } = useModuleAccess()
  const range = useMemo(() => rangeOf(view, timeZone), [view, timeZone])
  const { data, error, refetch, isPlaceholderData } = useAppointments(range)
  const { move, refusal, acceptSlot, dismiss } = useMoveAppointments(data ?? [], view)
  const events = useMemo(() => toEvents(data ?? [], view, timeZone), [data, view, timeZone])
  const columns = useMemo(
    () =>
      cast &&
      listColumns(
        view,
        cast,
        events.some(({ columnId }) => columnId === NOWHERE),
      ),
    [view, cast, events],
  )
  const failed = cast ? (data ? null : error) : castError
  if (failed) {
    return (
      <CallFailure
        title="The calendar could not be loaded"
        error={callErrorOf(failed)}
        onRetry={() => {
          onRetry()
          void refetch()
        }}
      />
    )
  }
  if (!columns || !data) return <Loading />
  if (columns.length === 0) return <NobodyYet by={view.by} />
  return (
    <>
      {refusal && <MoveRefusal {...refusal} onChoose={(slot) => void acceptSlot(slot)} onDismiss={dismiss} />}
      <TimeGrid
        label="Appointments"
        columnLabel={view.span === 'week' ? 'Day' : view.by === 'staff' ? 'Staff member' : 'Place'}
        columns={columns}
        events={events}
        timeZone={timeZone}
        isStale={isPlaceholderData}
        onEventOpen={onOpen}
        {...(permits(appointments, 'update') ? { onEventMove: move } : {})}
        {...(onBook ? { onPlaceChoose: (place) => onBook(toBooking(place, view)) } : {})}
      />
    </>
  )
}

/** What an empty place says about the appointment to be booked there. */
function toBooking(place: TimePlace, { span, by, who }: CalendarView): BookingStart {
  const columnId = span === 'week' ? who : place.columnId
  const minutes = lengthOf(place)
  return {
    scheduledStart: place.start,
    // A click says when; only what was drawn says how long.
    ...(minutes > STEP_MINUTES ? { durationMinutes: minutes } : {}),
    ...(columnId !== null && by === 'staff' ? { staffId: columnId } : {}),
    ...(columnId !== null && by === 'resource' && columnId !== NOWHERE ? { resourceId: columnId } : {}),
  }
}

function NobodyYet({ by }: Pick<CalendarView, 'by'>) {
  const [words, address] =
    by === 'staff' ? ['your first staff member', 'staff'] : ['your first table, van or room', 'resources']
  return (
    <EmptyState
      icon={<CalendarPlus />}
      title={by === 'staff' ? 'Nobody can be booked yet' : 'No tables, vans or rooms yet'}
      description={
        by === 'staff'
          ? 'Add the people who work here and their hours. Each gets a column.'
          : 'Add what one booking at a time can use. Each gets a column.'
      }
      action={
        <Button asChild>
          <NextLink href={`/pet-care/${address}/new`}>Add {words}</NextLink>
        </Button>
      }
    />
  )
}

function Loading() {
  return (
    <chakra.div role="status" display="grid" gap="3" p="5">
      <chakra.span srOnly>Loading the calendar</chakra.span>
      {['2', '3', '4', '5', '6', '7'].map((row) => (
        <Skeleton key={row} h="14" aria-hidden />
      ))}
    </chakra.div>
  )
}
