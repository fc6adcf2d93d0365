'use client'

import { BarChart } from '#src/ui/charts/bar-chart.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { formatCount, formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { DayUsage } from '../../../tenant-usage.ts'

const series = [
  { key: 'answered', label: 'Answered' },
  { key: 'refusals', label: 'Refused (4xx)' },
  { key: 'errors', label: 'Errors (5xx)' },
]

/** Requests of the last thirty days, by how they ended. */
export function RequestChart({ days }: { days: readonly DayUsage[] }) {
  const busiest = days.reduce<DayUsage | undefined>(
    (most, day) => (most && most.requests >= day.requests ? most : day),
    undefined,
  )
  const hasRequests = busiest !== undefined && busiest.requests > 0
  const rows = days.map(({ day, requests, refusals, errors }) => ({
    label: formatDay(day).replace(/ \d{4}$/, ''),
    values: hasRequests
      ? { answered: requests - refusals - errors, refusals, errors }
      : { answered: null, refusals: null, errors: null },
  }))
  return (
    <Panel title="Requests by day" description="Calls of the API in the last thirty days, in UTC.">
      <BarChart
        title="Requests by day"
        summary={
          hasRequests
            ? `Requests of the last thirty days; most of them, ${formatNumber(busiest.requests)}, on ${formatDay(busiest.day)}.`
            : 'No requests in the last thirty days.'
        }
        rows={rows}
        series={series}
        rowHeading="Day"
        format={formatNumber}
        formatAxis={formatCount}
        empty="No request has come in the last thirty days."
        stacked
      />
    </Panel>
  )
}
