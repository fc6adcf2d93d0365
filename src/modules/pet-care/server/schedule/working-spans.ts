import { Temporal } from 'temporal-polyfill'
import { weekdays, type WeeklyHours } from '#src/resources/fields/availability.ts'
import { overlaps, type Span } from './span.ts'

/**
 * When somebody works, in the order of time, on every day of `timeZone` that `range` touches. Hours are those of the
 * wall clock: on the day the clocks change a span is longer or shorter than usual, and one that falls into the hour
 * that is left out is not there. Spans are whole; they may reach beyond `range`.
 */
export function listWorkingSpans(
  hours: WeeklyHours,
  { range, timeZone }: { range: Span; timeZone: string },
): Span[] {
  const last = dayOf(range.until, timeZone)
  const spans: Span[] = []
  for (
    let day = dayOf(range.from, timeZone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const weekday = weekdays[day.dayOfWeek - 1]
    for (const { from, to } of (weekday && hours[weekday]) ?? []) {
      spans.push({ from: momentOf(day, from, timeZone), until: momentOf(day, to, timeZone) })
    }
  }
  return spans.filter((span) => span.from < span.until && overlaps(span, range))
}

/** The day it is in `timeZone` at a moment, such as `2026-03-29`. @param moment milliseconds since 1970, or ISO 8601 */
export function localDay(moment: number | string, timeZone: string): string {
  return dayOf(typeof moment === 'string' ? Date.parse(moment) : moment, timeZone).toString()
}

function dayOf(moment: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** A time that the clocks leave out is taken for as much later as they are put forward. */
function momentOf(day: Temporal.PlainDate, clock: string, timeZone: string): number {
  const [date, plainTime] = clock === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, clock]
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}
