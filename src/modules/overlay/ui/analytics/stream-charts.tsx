'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { BarChart } from '#src/ui/charts/bar-chart.tsx'
import { LineChart } from '#src/ui/charts/line-chart.tsx'
import { formatDay } from '#src/ui/format/dates.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatMoney } from '#src/ui/format/money.ts'
import { formatCount, formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { DropsOfDay, PointsOfDay, PointsOfSource, TipsOfDay } from '../../figures.ts'
import { pointSources } from '../../point-source.ts'

const Grid = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
  },
})
const sourceWords: Readonly<Record<string, string>> = pointSources

export type StreamDays = {
  pointsBySource: readonly PointsOfSource[]
  pointsPerDay: readonly PointsOfDay[]
  dropsPerDay: readonly DropsOfDay[]
  tipsPerDay: readonly TipsOfDay[]
}

/** The span in pictures, each also there as a table. */
export function StreamCharts({ pointsBySource, pointsPerDay, dropsPerDay, tipsPerDay }: StreamDays) {
  const { currency } = useFormatSettings()
  const money = (cents: number) => formatMoney(cents, currency)
  return (
    <Grid>
      <Titled title="Tips per day">
        <BarChart
          title="Tips per day"
          summary={`Tips of ${tipsPerDay.length} days: ${money(sumOf(tipsPerDay, 'amountCents'))} in all.`}
          rowHeading="Day"
          series={[{ key: 'amountCents', label: 'Amount' }]}
          rows={anyOf(tipsPerDay, ['amountCents'])}
          format={money}
          formatAxis={(cents) => money(cents).replace(/\.00$/, '')}
          empty="No tips in this time."
        />
      </Titled>
      <Titled title="Points per day">
        <LineChart
          title="Points per day"
          summary={`Points of ${pointsPerDay.length} days: ${formatNumber(sumOf(pointsPerDay, 'earned'))} earned, ${formatNumber(sumOf(pointsPerDay, 'spent'))} spent.`}
          rowHeading="Day"
          series={[
            { key: 'earned', label: 'Earned' },
            { key: 'spent', label: 'Spent' },
          ]}
          rows={anyOf(pointsPerDay, ['earned', 'spent'])}
          formatAxis={formatCount}
          empty="No points in this time."
        />
      </Titled>
      <Titled title="Points by source">
        <BarChart
          title="Points by source"
          summary={`Points from ${pointsBySource.length} sources.`}
          rowHeading="Source"
          series={[
            { key: 'earned', label: 'Earned' },
            { key: 'spent', label: 'Spent' },
          ]}
          rows={pointsBySource.map(({ source, earned, spent }) => ({
            label: sourceWords[source] ?? source,
            values: { earned, spent },
          }))}
          formatAxis={formatCount}
          empty="No points in this time."
        />
      </Titled>
      <Titled title="Drops per day">
        <BarChart
          title="Drops per day"
          summary={`Drops of ${dropsPerDay.length} days: ${formatNumber(sumOf(dropsPerDay, 'drops'))} in all, ${formatNumber(sumOf(dropsPerDay, 'perfect'))} of them perfect.`}
          rowHeading="Day"
          series={[
            { key: 'drops', label: 'All' },
            { key: 'perfect', label: 'Perfect' },
          ]}
          rows={anyOf(dropsPerDay, ['drops', 'perfect'])}
          max={wholeTop(dropsPerDay.map(({ drops }) => drops))}
          empty="No drops in this time."
        />
      </Titled>
    </Grid>
  )
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return <Panel title={title}>{children}</Panel>
}

type Counted<Key extends string> = { day: string } & Readonly<Record<Key, number>>

function sumOf<Key extends string>(days: readonly Counted<Key>[], key: Key): number {
  return days.reduce((sum, day) => sum + day[key], 0)
}

/** Where an axis of four steps ends so that each of them is whole: there are no halves of drops. */
function wholeTop(counts: readonly number[]): number {
  return Math.max(4, Math.ceil(Math.max(0, ...counts) / 4) * 4)
}

/** Rows of a chart; none at all when nothing happened, for then there is nothing to draw. */
function anyOf<Key extends string>(days: readonly Counted<Key>[], keys: readonly Key[]) {
  if (keys.every((key) => sumOf(days, key) === 0)) return []
  return days.map((day) => ({
    label: formatDay(day.day),
    values: Object.fromEntries(keys.map((key) => [key, day[key]])),
  }))
}
