'use client'

import { Button } from '@chakra-ui/react/button'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { dayAt } from '#src/ui/calendar/calendar-day.ts'
import { useNow } from '#src/ui/calendar/use-now.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { AppointmentDrawer } from '../appointments/appointment-drawer.tsx'
import { BookingDrawer } from '../booking/booking-drawer.tsx'
import type { BookingStart } from '../booking/booking-form.tsx'
import { useTarget } from '../use-target.ts'
import { CalendarSheet } from './calendar-sheet.tsx'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { titleOf } from './calendar-view.ts'
import { useCalendarView } from './use-calendar-view.ts'
import { useCast } from './use-cast.ts'

/** The calendar: a day or a week, by people or by places. */
export function CalendarScreen() {
  const { timeZone } = useFormatSettings()
  const { resource } = useTarget('appointments')
  const { permits } = useModuleAccess()
  const today = dayAt(useNow(), timeZone)
  const { view: asked, show, openId, open } = useCalendarView(today)
  const { cast, mayList, error, refetch } = useCast()
  // Clients see their own appointments, and not who else there is.
  const view = useMemo(
    () => (mayList ? asked : { ...asked, span: 'week' as const, by: 'staff' as const, who: null }),
    [asked, mayList],
  )
  const [booking, setBooking] = useState<BookingStart>()
  const mayBook = permits(resource, 'create')

  return (
    <>
      <PageHeader
        title="Calendar"
        description={titleOf(view)}
        actions={
          mayBook && (
            <Button onClick={() => setBooking({})}>
              <Plus />
              New appointment
            </Button>
          )
        }
      />
      <Panel flush>
        <CalendarToolbar view={view} today={today} cast={mayList ? cast : null} onShow={show} />
        <CalendarSheet
          view={view}
          cast={cast}
          castError={error}
          onRetry={() => void refetch()}
          onOpen={open}
          onBook={mayBook ? setBooking : undefined}
        />
      </Panel>
      <AppointmentDrawer appointmentId={openId} onClose={() => open(null)} />
      <BookingDrawer given={booking} onClose={() => setBooking(undefined)} />
    </>
  )
}
