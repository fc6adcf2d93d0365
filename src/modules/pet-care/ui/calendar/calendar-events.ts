import { createElement } from 'react'
import { dayAt } from '#src/ui/calendar/calendar-day.ts'
import { lengthOf } from '#src/ui/calendar/time-grid/move-place.ts'
import type { TimeEvent, TimePlace } from '#src/ui/calendar/time-grid/time-event.ts'
import { bufferMinutes, plannedMinutes, type Appointment } from '../appointments/appointment.ts'
import { lookOf } from '../appointments/status-look.ts'
import { NOWHERE } from './calendar-columns.ts'
import type { CalendarView } from './calendar-view.ts'

/** Appointments as events of the grid. What was cancelled leaves its place to others and is not drawn. */
export function toEvents(
  appointments: readonly Appointment[],
  view: CalendarView,
  timeZone: string,
): TimeEvent[] {
  return appointments
    .filter((one) => one.status !== 'cancelled' && isAsked(one, view))
    .map((one) => {
      const { word, icon, tone, isOver } = lookOf(one.status)
      return {
        id: one.id,
        columnId: columnOf(one, view, timeZone),
        start: one.scheduledStart,
        end: one.scheduledEnd,
        title: one.pet.label,
        detail: [one.service.label, view.span === 'week' || view.by === 'resource' ? one.staff.label : '']
          .filter(Boolean)
          .join(' · '),
        state: word,
        icon: createElement(icon, { size: 13, 'aria-hidden': true }),
        tone,
        isFaint: one.status === 'no_show',
        isFixed: isOver,
        ...bufferMinutes(one),
      }
    })
}

/** Whether a view narrowed to one person or thing shows it. */
function isAsked({ staffId, resourceId }: Appointment, { span, by, who }: CalendarView): boolean {
  if (who === null || span === 'day') return true
  return (by === 'staff' ? staffId : resourceId) === who
}

function columnOf(one: Appointment, { span, by }: CalendarView, timeZone: string): string {
  if (span === 'week') return dayAt(one.scheduledStart, timeZone)
  return by === 'staff' ? one.staffId : (one.resourceId ?? NOWHERE)
}

export type AppointmentMove = {
  scheduledStart?: string
  durationMinutes?: number
  staffId?: string
  resourceId?: string | null
}

/** The fields that change when an appointment is dropped at a place of a view. */
export function toMove(one: Appointment, place: TimePlace, { span, by }: CalendarView): AppointmentMove {
  const move: AppointmentMove = {}
  if (Date.parse(place.start) !== Date.parse(one.scheduledStart)) move.scheduledStart = place.start
  if (lengthOf(place) !== plannedMinutes(one)) move.durationMinutes = lengthOf(place)
  if (span === 'week') return move
  if (by === 'staff' && place.columnId !== one.staffId) move.staffId = place.columnId
  const resourceId = place.columnId === NOWHERE ? null : place.columnId
  if (by === 'resource' && resourceId !== one.resourceId) move.resourceId = resourceId
  return move
}
