import { addMinutes, dayAt, DAY_MINUTES, formatClock, minuteAt, momentAt } from '../calendar-day.ts'
import { STEP_MINUTES, type TimeColumn, type TimePlace } from './time-event.ts'

/** What a place is moved on: its columns, and the zone whose wall clock they show. */
export type TimeBoard = { columns: readonly TimeColumn[]; timeZone: string }

/** A column and a minute of its wall clock, such as the pointer is at. */
export type ClockPoint = { column: TimeColumn; minute: number }

/** Minutes from start to end, as a stopwatch counts them. */
export function lengthOf({ start, end }: Pick<TimePlace, 'start' | 'end'>): number {
  return (Date.parse(end) - Date.parse(start)) / 60_000
}

/** The nearest step of the clock. */
export function snap(minute: number): number {
  return Math.round(minute / STEP_MINUTES) * STEP_MINUTES
}

/** The place begun at another point; it stays as long as it is, also on days when clocks change. */
export function beginAt(place: TimePlace, { column, minute }: ClockPoint, timeZone: string): TimePlace {
  const length = lengthOf(place)
  const latest = Math.max(0, DAY_MINUTES - Math.max(length, STEP_MINUTES))
  const start = momentAt(column.day, Math.min(latest, Math.max(0, snap(minute))), timeZone)
  return { columnId: column.id, start, end: addMinutes(start, length) }
}

/** The place ended at another minute of its day, at least one step after it begins. */
export function endAt(place: TimePlace, { column, minute }: ClockPoint, timeZone: string): TimePlace {
  const end = momentAt(column.day, Math.min(DAY_MINUTES, snap(minute)), timeZone)
  const least = addMinutes(place.start, STEP_MINUTES)
  return { columnId: place.columnId, start: place.start, end: end > least ? end : least }
}

/** The place between two points of a column, however they were drawn; at least one step long. */
export function between(column: TimeColumn, [first, second]: [number, number], timeZone: string): TimePlace {
  const from = Math.max(0, Math.floor(Math.min(first, second) / STEP_MINUTES) * STEP_MINUTES)
  const to = Math.min(DAY_MINUTES, Math.ceil(Math.max(first, second) / STEP_MINUTES) * STEP_MINUTES)
  const start = momentAt(column.day, from, timeZone)
  const end = momentAt(column.day, Math.max(to, from + STEP_MINUTES), timeZone)
  return { columnId: column.id, start, end }
}

/** The place that many minutes later; undefined when it would leave its day. */
export function stepTime(place: TimePlace, minutes: number, board: TimeBoard): TimePlace | undefined {
  const next = {
    columnId: place.columnId,
    start: addMinutes(place.start, minutes),
    end: addMinutes(place.end, minutes),
  }
  return isOnDay(next, board) ? next : undefined
}

/** The place that many minutes longer; undefined when it would leave its day or have no length. */
export function stepLength(place: TimePlace, minutes: number, board: TimeBoard): TimePlace | undefined {
  const { columnId, start } = place
  const next = { columnId, start, end: addMinutes(place.end, minutes) }
  return lengthOf(next) >= STEP_MINUTES && isOnDay(next, board) ? next : undefined
}

/** The place in the next column, or the one before: the same moment there, or the same wall clock on another day. */
export function stepColumn(
  place: TimePlace,
  step: 1 | -1,
  { columns, timeZone }: TimeBoard,
): TimePlace | undefined {
  const index = columns.findIndex(({ id }) => id === place.columnId)
  const column = columns[index]
  const next = columns[index + step]
  if (!column || !next) return undefined
  if (next.day === column.day) return { columnId: next.id, start: place.start, end: place.end }
  const start = momentAt(next.day, minuteAt(place.start, timeZone), timeZone)
  return { columnId: next.id, start, end: addMinutes(start, lengthOf(place)) }
}

function isOnDay({ columnId, start, end }: TimePlace, { columns, timeZone }: TimeBoard): boolean {
  const day = columns.find(({ id }) => id === columnId)?.day
  return day !== undefined && dayAt(start, timeZone) === day && end <= momentAt(day, DAY_MINUTES, timeZone)
}

/** A place in words: `Grace, 10:15 to 11:00`. */
export function describePlace(place: TimePlace, { columns, timeZone }: TimeBoard): string {
  const label = columns.find(({ id }) => id === place.columnId)?.label
  const clock = `${printClock(place.start, timeZone)} to ${printClock(place.end, timeZone)}`
  return label === undefined ? clock : `${label}, ${clock}`
}

/** A moment on the zone's wall clock: `09:05`. */
export function printClock(moment: string, timeZone: string): string {
  return formatClock(minuteAt(moment, timeZone))
}
