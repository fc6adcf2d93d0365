import { getDateFormatter } from '../format/locale.ts'
import { fromZonedInput, toZonedInput } from '../format/zoned-input.ts'

/** A day of the calendar without any zone, `2026-03-29`. Days compare as text. */
export type Day = string

const DAY_MS = 86_400_000
/** Minutes on the wall clock of every day, also of those that clocks make longer or shorter. */
export const DAY_MINUTES = 1_440

/** The day that many days later, or earlier if negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** How many days the second is after the first. */
export function countDaysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS)
}

/** That many days in a row. */
export function listDays(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

/** 1 for Monday to 7 for Sunday. */
export function getWeekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The seven days, Monday first, of the week that has the day. */
export function weekOf(day: Day): Day[] {
  return listDays(addDays(day, 1 - getWeekday(day)), 7)
}

/** Whether a text is a day that exists, such as one from an address. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toIsoDay(text) === text
}

function toIsoDay(text: string): string | undefined {
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

/** The day a moment falls on in a zone. */
export function dayAt(moment: string, timeZone: string): Day {
  return toZonedInput(moment, timeZone).slice(0, 10)
}

/** Minutes on the zone's wall clock at a moment, 0 to 1439. */
export function minuteAt(moment: string, timeZone: string): number {
  const clock = toZonedInput(moment, timeZone).slice(11)
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/**
 * The moment, as ISO text in UTC, when the zone's wall clock shows a day and a minute; 1440 and more are on days after it.
 * Of a doubled hour the first is taken; a skipped one moves on by the gap.
 */
export function momentAt(day: Day, minute: number, timeZone: string): string {
  const onDay = addDays(day, Math.floor(minute / DAY_MINUTES))
  const clock = formatClock(((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES)
  const moment = fromZonedInput(`${onDay}T${clock}`, timeZone)
  if (moment === undefined) throw new Error(`No day of the calendar: ${day}`)
  return moment
}

/** The moment that many minutes later, as a stopwatch counts them. */
export function addMinutes(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) + minutes * 60_000).toISOString()
}

/** Minutes of the wall clock as `09:05`; the end of a day is `24:00`. */
export function formatClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const styles = {
  weekday: { weekday: 'short' },
  short: { weekday: 'short', day: 'numeric' },
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Prints a day: `Sun`, `Sun 29`, `Sun 29 Mar`, `Sunday 29 March 2026`, `March 2026`. */
export function printDay(day: Day, style: keyof typeof styles): string {
  return getDateFormatter('UTC', styles[style]).format(Date.parse(`${day}T00:00:00Z`))
}
