import type { Bind } from '#src/resources/server/sql-values.ts'
import type { Days } from '../../figures.ts'

/** Days of a calendar, and the time zone it hangs in. */
export type ZonedDays = Days & { timeZone: string }

/**
 * The condition that a time lies in some days of a time zone. PostgreSQL knows when its days begin, also those of 23 or
 * 25 hours; compared are points in time, so that an index on the column is of use.
 */
export function withinDays(column: string, { firstDay, lastDay, timeZone }: ZonedDays, bind: Bind): string {
  const zone = bind(timeZone, 'text')
  const start = `(${bind(firstDay, 'date')}::timestamp at time zone ${zone})`
  const end = `((${bind(lastDay, 'date')} + 1)::timestamp at time zone ${zone})`
  return `${column} >= ${start} and ${column} < ${end}`
}

/** The day a time falls on. */
export function dayOf(column: string, { timeZone }: ZonedDays, bind: Bind): string {
  return `(${column} at time zone ${bind(timeZone, 'text')})::date`
}

/** Every day of the span, as `day`. */
export function eachDay({ firstDay, lastDay }: ZonedDays, bind: Bind): string {
  return `generate_series(${bind(firstDay, 'date')}::timestamp, ${bind(lastDay, 'date')}::timestamp, interval '1 day') as d (day)`
}
