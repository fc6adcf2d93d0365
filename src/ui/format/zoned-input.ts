import { getDateFormatter } from './locale.ts'

const fields = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions

/** The wall clock of a zone at a moment, written as if it were UTC milliseconds. */
function readWallClock(time: number, timeZone: string): number {
  const parts = getDateFormatter(timeZone, fields).formatToParts(time)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
}

/** Turns an ISO moment into the value of a `datetime-local` input showing that zone's clock; '' if it is no moment. */
export function toZonedInput(iso: string, timeZone: string): string {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) return ''
  return new Date(readWallClock(time, timeZone)).toISOString().slice(0, 16)
}

/**
 * Turns the value of a `datetime-local` input, meant in that zone, into an ISO moment in UTC; undefined if it is no time.
 * Of a doubled hour (clocks go back) the first is taken; a skipped one (clocks go forward) moves on by the gap.
 */
export function fromZonedInput(local: string, timeZone: string): string | undefined {
  const wanted = Date.parse(`${local}Z`)
  if (Number.isNaN(wanted)) return undefined
  // The zone's offset a day before and a day after brackets any change of clocks in between.
  const day = 86_400_000
  const before = wanted - (readWallClock(wanted - day, timeZone) - (wanted - day))
  const after = wanted - (readWallClock(wanted + day, timeZone) - (wanted + day))
  const fits = [before, after].filter((time) => readWallClock(time, timeZone) === wanted)
  return new Date(fits.length > 0 ? Math.min(...fits) : before).toISOString()
}
