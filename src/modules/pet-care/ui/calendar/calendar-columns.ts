import { weekdays, type WeeklyHours } from '#src/resources/fields/availability.ts'
import { getWeekday, printDay, type Day } from '#src/ui/calendar/calendar-day.ts'
import type { ClockSpan, TimeColumn } from '#src/ui/calendar/time-grid/time-event.ts'
import { daysOf, type CalendarView } from './calendar-view.ts'

/** Somebody who can be booked, as the calendar needs them. */
export type CalendarPerson = { id: string; name: string; availability: WeeklyHours }
/** A table, van or room. */
export type CalendarThing = { id: string; name: string }

export type CalendarCast = { staff: readonly CalendarPerson[]; resources: readonly CalendarThing[] }

/** The column of appointments that need no table, van or room. */
export const NOWHERE = 'none'

/** The columns of a view: people or things beside each other on one day, or the days of a week. */
export function listColumns(
  view: CalendarView,
  { staff, resources }: CalendarCast,
  hasNowhere: boolean,
): TimeColumn[] {
  if (view.span === 'week') {
    const person = view.by === 'staff' ? staff.find(({ id }) => id === view.who) : undefined
    return daysOf(view).map((day) => ({
      id: day,
      label: printDay(day, 'short'),
      day,
      hours: person ? hoursOf(person.availability, day) : openingHours(staff, day),
    }))
  }
  const { day } = view
  if (view.by === 'staff')
    return narrow(staff, view.who).map(({ id, name, availability }) => ({
      id,
      label: name,
      day,
      hours: hoursOf(availability, day),
    }))
  const things = hasNowhere ? [...resources, { id: NOWHERE, name: 'Without a place' }] : resources
  const hours = openingHours(staff, day)
  return narrow(things, view.who).map(({ id, name }) => ({ id, label: name, day, hours }))
}

function narrow<One extends { id: string }>(all: readonly One[], who: string | null): readonly One[] {
  const found = all.filter(({ id }) => id === who)
  return found.length > 0 ? found : all
}

/** When somebody works on a day. */
export function hoursOf(availability: WeeklyHours, day: Day): ClockSpan[] {
  const weekday = weekdays[getWeekday(day) - 1]
  const spans = weekday === undefined ? [] : (availability[weekday] ?? [])
  return spans.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** When anybody works on a day, as spans that do not touch. */
export function openingHours(staff: readonly CalendarPerson[], day: Day): ClockSpan[] {
  const open: ClockSpan[] = []
  const all = staff.flatMap(({ availability }) => hoursOf(availability, day)).sort((a, b) => a.from - b.from)
  for (const span of all) {
    const last = open.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else open.push({ ...span })
  }
  return open
}
