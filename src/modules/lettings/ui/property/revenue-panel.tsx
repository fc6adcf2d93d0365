'use client'

import { BarChart } from '#src/ui/charts/bar-chart.tsx'
import { printDay } from '#src/ui/calendar/calendar-day.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatPercent } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { shareOf, sumNights } from '../occupancy/occupancy-rows.ts'
import { printRevenue, sumRevenue } from '../occupancy/property-table.tsx'
import { useOccupancy } from '../use-availability.ts'
import { useToday } from '../use-today.ts'

/** What a property brings in this year, by the month of arrival. */
export function RevenuePanel({ propertyId }: { propertyId: string }) {
  const year = useToday().slice(0, 4)
  const { data } = useOccupancy(year, propertyId)
  const title = `Revenue in ${year}`
  const months = data?.properties[0]?.months
  if (!months)
    return (
      <Panel title={title}>
        <SkeletonRows rows={4} label="Loading revenue" />
      </Panel>
    )
  const revenue = sumRevenue(months)
  const share = shareOf(sumNights(months))
  const summary = `${printRevenue(revenue) || 'Nothing yet'}${
    share === null ? '' : ` from ${formatPercent(share)} of the nights`
  }, by month of arrival.`
  const main = revenue[0]?.currency ?? 'EUR'
  return (
    <Panel title={title} description={summary}>
      <BarChart
        title={title}
        summary={summary}
        rows={months.map(({ month, revenue: sums }) => ({
          label: printDay(`${month}-01`, 'month'),
          values: Object.fromEntries(
            revenue.map(({ currency }) => [
              currency,
              sums.find((sum) => sum.currency === currency)?.cents ?? 0,
            ]),
          ),
        }))}
        series={revenue.map(({ currency }) => ({ key: currency, label: `Revenue in ${currency}` }))}
        rowHeading="Month"
        format={(cents) => formatMoney(cents, main)}
        empty="No booking of this year yet."
      />
    </Panel>
  )
}
