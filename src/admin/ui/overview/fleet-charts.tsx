'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { BarChart } from '#src/ui/charts/bar-chart.tsx'
import type { ChartRow } from '#src/ui/charts/chart-data.ts'
import { LineChart } from '#src/ui/charts/line-chart.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { getDateFormatter } from '#src/ui/format/locale.ts'
import { formatCount, formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { OverviewDay } from '../../overview.ts'

const Grid = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
    '& > :first-of-type': { gridColumn: { lg: '1 / -1' } },
  },
})

/** The last 30 days in three pictures, each also there as a table. */
export function FleetCharts({ days }: { days: readonly OverviewDay[] }) {
  const signUps = days.reduce((sum, day) => sum + day.signUps, 0)
  const failures = days.reduce((sum, day) => sum + day.failures, 0)
  const built = days.filter(({ p50Ms }) => p50Ms !== null).length
  return (
    <Grid>
      <Panel title="Sign-ups per day">
        <BarChart
          title="Sign-ups per day"
          summary={`${formatNumber(signUps)} sign-ups in ${days.length} days.`}
          rowHeading="Day"
          series={[{ key: 'signUps', label: 'Sign-ups' }]}
          rows={signUps === 0 ? [] : rowsOf(days, ({ signUps: count }) => ({ signUps: count }))}
          formatAxis={formatCount}
          max={wholeTop(days.map((day) => day.signUps))}
          empty="Nobody signed up in these days."
        />
      </Panel>
      <Panel title="Time to build a workspace">
        <LineChart
          title="Time to build a workspace"
          summary={`Half, and 95 of 100, of the workspaces of a day were built within these times, on ${built} of ${days.length} days.`}
          rowHeading="Day"
          series={[
            { key: 'p50', label: 'Half (p50)' },
            { key: 'p95', label: '95 of 100 (p95)' },
          ]}
          rows={rowsOf(days, ({ p50Ms, p95Ms }) => ({ p50: p50Ms, p95: p95Ms }))}
          format={formatDuration}
          empty="Nothing was built in these days."
        />
      </Panel>
      <Panel title="Failed runs per day">
        <BarChart
          title="Failed runs per day"
          summary={`${formatNumber(failures)} runs failed in ${days.length} days.`}
          rowHeading="Day"
          series={[{ key: 'failures', label: 'Failed' }]}
          rows={failures === 0 ? [] : rowsOf(days, ({ failures: count }) => ({ failures: count }))}
          formatAxis={formatCount}
          max={wholeTop(days.map((day) => day.failures))}
          empty="No run failed in these days."
        />
      </Panel>
    </Grid>
  )
}

function rowsOf(
  days: readonly OverviewDay[],
  read: (day: OverviewDay) => Record<string, number | null>,
): ChartRow[] {
  const formatter = getDateFormatter('UTC', { day: 'numeric', month: 'short' })
  return days.map((day) => ({ label: formatter.format(new Date(`${day.day}T00:00:00Z`)), values: read(day) }))
}

/** Where an axis of four steps ends so that each of them is whole: there are no halves of sign-ups. */
function wholeTop(counts: readonly number[]): number {
  return Math.max(4, Math.ceil(Math.max(0, ...counts) / 4) * 4)
}
