import type { CalendarTone } from '../calendar-tone.ts'
import { addDays, countDaysBetween, type Day } from '../calendar-day.ts'

/** One thing that people stay in. */
export type NightsRow = {
  id: string
  label: string
  detail?: string
  /** its own page */
  href?: string
}

/** A stay: the nights from `from` up to the one before `to`, the day of departure. Stays of a row do not overlap. */
export type NightsSpan = {
  id: string
  rowId: string
  from: Day
  to: Day
  label: string
  /** a second, quieter word, such as the number of guests or the state */
  detail?: string
  tone?: CalendarTone
}

/** What a row shows one after the other: free nights, and stays as far as they are on screen. */
export type NightsCell =
  | { kind: 'free'; night: Day }
  | {
      kind: 'span'
      span: NightsSpan
      /** nights of it on screen */
      nights: number
      /** it began before the first night on screen */
      isCutAtStart: boolean
      isCutAtEnd: boolean
    }

/** Splits the nights on screen into free ones and stays. A night claimed twice belongs to the stay that began first. */
export function listCells(spans: readonly NightsSpan[], nights: { first: Day; count: number }): NightsCell[] {
  const end = addDays(nights.first, nights.count)
  const waiting = [...spans].sort((a, b) => a.from.localeCompare(b.from))
  const cells: NightsCell[] = []
  let night = nights.first
  while (night < end) {
    const current = night
    const span = waiting.find(({ from, to }) => from <= current && to > current)
    if (!span) {
      cells.push({ kind: 'free', night: current })
      night = addDays(current, 1)
      continue
    }
    const shownTo = span.to < end ? span.to : end
    cells.push({
      kind: 'span',
      span,
      nights: countDaysBetween(current, shownTo),
      isCutAtStart: span.from < nights.first,
      isCutAtEnd: span.to > end,
    })
    night = shownTo
  }
  return cells
}

/** The free nights in a row between two of them; it ends before the first one that is taken. */
export function chooseNights(
  spans: readonly NightsSpan[],
  { anchor, night }: { anchor: Day; night: Day },
): { from: Day; to: Day } {
  const step = night < anchor ? -1 : 1
  let last = anchor
  while (last !== night) {
    const next = addDays(last, step)
    if (spans.some(({ from, to }) => from <= next && to > next)) break
    last = next
  }
  return step > 0 ? { from: anchor, to: addDays(last, 1) } : { from: last, to: addDays(anchor, 1) }
}
