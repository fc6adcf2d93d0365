'use client'

import { Button } from '@chakra-ui/react/button'
import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { CalendarDays, Plus, Sun } from 'lucide-react'
import NextLink from 'next/link'
import { useMemo, useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { addDays, dayAt, momentAt, printDay } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { appointments } from '../../resources/appointments.ts'
import { AppointmentDrawer } from '../appointments/appointment-drawer.tsx'
import type { Appointment } from '../appointments/appointment.ts'
import { useAppointments } from '../appointments/use-appointments.ts'
import { BookingDrawer } from '../booking/booking-drawer.tsx'
import { BoardLane } from './board-lane.tsx'
import { describeDay, sortIntoLanes } from './board-lanes.ts'

/** Today's board: who is to come, who is here, who is done. */
export function TodayScreen() {
  const { timeZone } = useFormatSettings()
  const { permits } = useModuleAccess()
  const now = useNow()
  const today = dayAt(now, timeZone)
  const range = useMemo(
    () => ({ from: momentAt(today, 0, timeZone), to: momentAt(addDays(today, 1), 0, timeZone) }),
    [today, timeZone],
  )
  const { data, error, refetch } = useAppointments(range)
  const [openId, setOpenId] = useState<string | null>(null)
  const [isBooking, setBooking] = useState(false)
  const given = useMemo(() => (isBooking ? {} : undefined), [isBooking])

  return (
    <>
      <PageHeader
        title="Today"
        description={`${printDay(today, 'long')}. ${data ? describeDay(data, now) : ''}`}
        actions={
          <>
            <Button asChild variant="outline">
              <NextLink href="/pet-care/calendar">
                <CalendarDays />
                Calendar
              </NextLink>
            </Button>
            {permits(appointments, 'create') && (
              <Button onClick={() => setBooking(true)}>
                <Plus />
                New appointment
              </Button>
            )}
          </>
        }
      />
      {data ? (
        <Board appointments={data} now={now} onOpen={setOpenId} />
      ) : error ? (
        <CallFailure
          title="Today’s appointments could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <Loading />
      )}
      <AppointmentDrawer appointmentId={openId} onClose={() => setOpenId(null)} />
      <BookingDrawer given={given} onClose={() => setBooking(false)} />
    </>
  )
}

const Lanes = chakra('div', {
  base: {
    display: 'grid',
    gap: { base: '8', lg: '6' },
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(3, minmax(0, 1fr))' },
  },
})

interface BoardProps {
  appointments: readonly Appointment[]
  now: string
  onOpen: (id: string) => void
}

function Board({ appointments: all, now, onOpen }: BoardProps) {
  const lanes = sortIntoLanes(all)
  if (all.length === 0) {
    return (
      <EmptyState
        icon={<Sun />}
        title="A quiet day"
        description="Nothing is booked for today. New appointments appear here by themselves."
      />
    )
  }
  return (
    <Lanes>
      {lanes
        .filter(({ name, appointments: list }) => name !== 'off' || list.length > 0)
        .map((lane) => (
          <BoardLane key={lane.name} lane={lane} now={now} onOpen={onOpen} />
        ))}
    </Lanes>
  )
}

function Loading() {
  return (
    <Lanes role="status">
      <chakra.span srOnly>Loading today’s appointments</chakra.span>
      {[3, 1, 2].map((count) => (
        <chakra.div key={count} display="grid" gap="3" aria-hidden>
          {Array.from({ length: count }, (_, index) => (
            <Skeleton key={index} h="32" borderRadius="control" />
          ))}
        </chakra.div>
      ))}
    </Lanes>
  )
}
