import { addDays, isDay, momentAt, printDay, weekOf, type Day } from '#src/ui/calendar/calendar-day.ts'

/** What the calendar shows; all of it stands in the address. */
export type CalendarView = {
  day: Day
  span: 'day' | 'week'
  by: 'staff' | 'resource'
  /** the one person or resource it is narrowed to */
  who: string | null
}

/** Reads an address; what it does not say, or says wrongly, is today, one day, and everybody. */
export function parseView(query: URLSearchParams, today: Day): CalendarView {
  const day = query.get('day') ?? today
  return {
    day: isDay(day) ? day : today,
    span: query.get('span') === 'week' ? 'week' : 'day',
    by: query.get('by') === 'resource' ? 'resource' : 'staff',
    who: query.get('who'),
  }
}

/** The address of a view, with what else stands there. Today is left out, so that a kept link shows the day it is opened. */
export function writeView(query: URLSearchParams, view: CalendarView, today: Day): URLSearchParams {
  const next = new URLSearchParams(query)
  const parts = {
    day: view.day === today ? null : view.day,
    span: view.span === 'day' ? null : view.span,
    by: view.by === 'staff' ? null : view.by,
    who: view.who,
  }
  for (const [name, value] of Object.entries(parts)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** The days on screen. */
export function daysOf({ day, span }: CalendarView): Day[] {
  return span === 'week' ? weekOf(day) : [day]
}

/** The view a day or a week later, or earlier. */
export function turnPage(view: CalendarView, step: 1 | -1): CalendarView {
  return { ...view, day: addDays(view.day, view.span === 'week' ? 7 * step : step) }
}

/** From the first midnight on screen to the last, in the zone of the business. */
export function rangeOf(view: CalendarView, timeZone: string): { from: string; to: string } {
  const days = daysOf(view)
  const last = days.at(-1) ?? view.day
  return { from: momentAt(days[0] ?? view.day, 0, timeZone), to: momentAt(addDays(last, 1), 0, timeZone) }
}

/** The days on screen in words: `Sunday 29 March 2026`, `23 Mar – 29 Mar 2026`. */
export function titleOf(view: CalendarView): string {
  if (view.span === 'day') return printDay(view.day, 'long')
  const days = daysOf(view)
  return `${printDay(days[0] ?? view.day, 'medium')} – ${printDay(days.at(-1) ?? view.day, 'medium')} ${view.day.slice(0, 4)}`
}
