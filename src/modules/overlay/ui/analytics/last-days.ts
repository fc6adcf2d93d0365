import { getDateFormatter } from '#src/ui/format/locale.ts'

const DAY_MS = 86_400_000

/** The last `count` days of a time zone's calendar up to the one of `now`, both ends included, as `2026-03-12`. */
export function lastDays(
  count: number,
  { now, timeZone }: { now: number; timeZone: string },
): { firstDay: string; lastDay: string } {
  const parts = getDateFormatter(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const lastDay = `${read('year')}-${read('month')}-${read('day')}`
  const firstDay = new Date(Date.parse(lastDay) - (count - 1) * DAY_MS).toISOString().slice(0, 10)
  return { firstDay, lastDay }
}
