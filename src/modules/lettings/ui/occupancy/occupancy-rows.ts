import type { ChartRow } from '#src/ui/charts/chart-data.ts'
import { formatPercent } from '#src/ui/format/numbers.ts'
import { printDay } from '#src/ui/calendar/calendar-day.ts'

/** Nights of a month, as they were asked for. */
export type MonthNights = { month: string; bookedNights: number; availableNights: number }

/** Booked nights as a part of those there were, 0 to 1; null while there was nothing to let. */
export function shareOf({ bookedNights, availableNights }: Omit<MonthNights, 'month'>): number | null {
  return availableNights === 0 ? null : bookedNights / availableNights
}

/** Months as a chart shows them. */
export function toShareRows(months: readonly MonthNights[]): ChartRow[] {
  return months.map((month) => ({
    label: printDay(`${month.month}-01`, 'month'),
    values: { share: shareOf(month) },
  }))
}

/** All nights of some months together. */
export function sumNights(months: readonly MonthNights[]): Omit<MonthNights, 'month'> {
  return {
    bookedNights: months.reduce((sum, { bookedNights }) => sum + bookedNights, 0),
    availableNights: months.reduce((sum, { availableNights }) => sum + availableNights, 0),
  }
}

/** A year of occupancy in one sentence. */
export function describeOccupancy(months: readonly MonthNights[], year: string): string {
  const share = shareOf(sumNights(months))
  const best = months.reduce<MonthNights | undefined>(
    (top, month) => ((shareOf(month) ?? 0) > (top ? (shareOf(top) ?? 0) : 0) ? month : top),
    undefined,
  )
  if (share === null) return `Nothing was to let in ${year}.`
  if (best === undefined) return `No night is booked in ${year}.`
  const peak = `${printDay(`${best.month}-01`, 'month')} with ${formatPercent(shareOf(best) ?? 0)}`
  return `${formatPercent(share)} of the nights of ${year} are booked, most of them in ${peak}.`
}
