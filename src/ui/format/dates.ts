import { getDateFormatter } from './locale.ts'

/** A moment as a Date, milliseconds since 1970, or ISO 8601 text. */
export type Moment = Date | number | string

const styles = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  exact: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const clockStyle = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
} as const satisfies Intl.DateTimeFormatOptions

/** How much of a moment to print; `exact` goes to the second and names the zone. */
export type DateStyle = keyof typeof styles

/** Prints a moment in a time zone, such as `12 Mar 2026, 14:05`. A moment that cannot be read prints as a dash. */
export function formatDate(moment: Moment, timeZone: string, style: DateStyle = 'dateTime'): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return '–'
  return getDateFormatter(timeZone, styles[style]).format(date)
}

/** Prints a time of day to the millisecond, for logs: `14:05:09.042`. */
export function formatClockTime(moment: Moment, timeZone: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return '–'
  return getDateFormatter(timeZone, clockStyle).format(date)
}

/** Prints a calendar day given as `2026-03-12`, without any time zone: a birthday is the same day everywhere. */
export function formatDay(day: string): string {
  return formatDate(`${day}T00:00:00Z`, 'UTC', 'date')
}

/** A moment as ISO 8601 in UTC, for `<time dateTime>`; undefined if it is no moment. */
export function toIso(moment: Moment): string | undefined {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
