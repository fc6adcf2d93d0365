import { dayAt, DAY_MINUTES, minuteAt, type Day } from '../calendar-day.ts'
import { STEP_MINUTES, type ClockSpan, type TimeColumn } from './time-event.ts'

type Moments = { start: string; end: string }

/**
 * What a day's wall clock shows of an event; undefined when it is on other days. Across a doubled hour the clock may
 * show an end before the beginning: then the event is as tall as it is long.
 */
export function spanOnDay({ start, end }: Moments, day: Day, timeZone: string): ClockSpan | undefined {
  const firstDay = dayAt(start, timeZone)
  const lastDay = dayAt(end, timeZone)
  const from = firstDay < day ? 0 : minuteAt(start, timeZone)
  const until = lastDay > day ? DAY_MINUTES : minuteAt(end, timeZone)
  if (firstDay > day || lastDay < day || (firstDay < day && until === 0)) return undefined
  if (until > from) return { from, to: until }
  const length = (Date.parse(end) - Date.parse(start)) / 60_000
  return { from, to: Math.min(DAY_MINUTES, from + Math.max(length, 1)) }
}

/** The lane of an event among those it shares its time with, counted from 0. */
export type Lane = { lane: number; lanes: number }

/** Gives events of one column that overlap lanes of equal width side by side; each takes the first that is free. */
export function assignLanes(events: readonly ({ id: string } & ClockSpan)[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>()
  let cluster: { id: string; lane: number }[] = []
  let ends: number[] = []

  function closeCluster(): void {
    for (const { id, lane } of cluster) lanes.set(id, { lane, lanes: ends.length })
    cluster = []
    ends = []
  }

  const sorted = [...events].sort((a, b) => a.from - b.from || b.to - a.to || a.id.localeCompare(b.id))
  for (const { id, from, to } of sorted) {
    if (ends.every((end) => end <= from)) closeCluster()
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    // What is shorter than a step is drawn one step tall.
    ends[lane] = Math.max(to, from + STEP_MINUTES)
    cluster.push({ id, lane })
  }
  closeCluster()
  return lanes
}

const HOUR = 60
/** With less there would be more edge than day. */
const LEAST_HOURS = 8

/** The whole hours that a grid shows: all there is work or an event in, and one more on either side. */
export function chooseHours(
  columns: readonly Pick<TimeColumn, 'hours'>[],
  events: readonly ClockSpan[],
): ClockSpan {
  const spans = [...columns.flatMap(({ hours }) => hours), ...events]
  if (spans.length === 0) return { from: 8 * HOUR, to: 18 * HOUR }
  const first = Math.floor(Math.min(...spans.map(({ from }) => from)) / HOUR) - 1
  const last = Math.ceil(Math.max(...spans.map(({ to }) => to)) / HOUR) + 1
  const from = Math.max(0, Math.min(first, 24 - LEAST_HOURS))
  return { from: from * HOUR, to: Math.min(24, Math.max(last, from + LEAST_HOURS)) * HOUR }
}

/** The parts of a range without work. */
export function listOffHours(hours: readonly ClockSpan[], range: ClockSpan): ClockSpan[] {
  const off: ClockSpan[] = []
  let from = range.from
  for (const work of [...hours].sort((a, b) => a.from - b.from)) {
    if (work.from > from) off.push({ from, to: Math.min(work.from, range.to) })
    from = Math.max(from, work.to)
  }
  if (from < range.to) off.push({ from, to: range.to })
  return off.filter((span) => span.to > span.from)
}
