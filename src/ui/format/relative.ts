import { formatDate, type Moment } from './dates.ts'
import { getDateFormatter } from './locale.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Number of the calendar day in the zone, so that "yesterday" turns at its midnight and not after 24 hours. */
function countDays(date: Date, timeZone: string): number {
  const parts = getDateFormatter(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(date)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(read('year'), read('month') - 1, read('day')) / day
}

/**
 * Prints how far a moment lies from `now`, such as `3 min ago`, `yesterday, 14:05` or, beyond a week, its date.
 * Never counts seconds: a number that changes under one's eyes is noise.
 */
export function formatRelative(moment: Moment, { now, timeZone }: { now: Moment; timeZone: string }): string {
  const date = new Date(moment)
  const reference = new Date(now)
  if (Number.isNaN(date.getTime())) return '–'
  const distance = date.getTime() - reference.getTime()
  const size = Math.abs(distance)
  if (size < minute) return distance > 5000 ? 'in a moment' : 'just now'
  if (size < hour) return withDirection(`${Math.floor(size / minute)} min`, distance)
  const days = countDays(date, timeZone) - countDays(reference, timeZone)
  if (days === 0 || size < 6 * hour) return withDirection(`${Math.floor(size / hour)} h`, distance)
  if (days === -1) return `yesterday, ${formatDate(date, timeZone, 'time')}`
  if (days === 1) return `tomorrow, ${formatDate(date, timeZone, 'time')}`
  if (Math.abs(days) < 7) return withDirection(`${Math.abs(days)} days`, distance)
  return formatDate(date, timeZone, 'date')
}

function withDirection(amount: string, distance: number): string {
  return distance < 0 ? `${amount} ago` : `in ${amount}`
}

/** Milliseconds until `formatRelative` may say something else; undefined when only a reload would change it. */
export function getRelativeRefresh(moment: Moment, now: Moment): number | undefined {
  const size = Math.abs(new Date(moment).getTime() - new Date(now).getTime())
  if (size < hour) return minute - (size % minute) + 50
  if (size < 2 * day) return 10 * minute
  return undefined
}
