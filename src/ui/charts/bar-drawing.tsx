'use client'

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../format/numbers.ts'
import type { ChartProps } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { chartBox, gridLines, labelAxis, numberAxis, tooltipBox } from './drawing-options.ts'
import { seriesColor } from './series-style.ts'

export interface BarChartProps extends ChartProps {
  /** series on top of each other instead of side by side */
  stacked?: boolean
}

/** Bars as SVG. Loaded when a page shows some: see `bar-chart.tsx`. */
export function BarDrawing({ rows, series, max, stacked = false, ...printing }: BarChartProps) {
  const { format = formatNumber, formatAxis = format } = printing
  return (
    <BarChart data={[...rows]} {...chartBox}>
      <CartesianGrid {...gridLines} />
      <XAxis {...labelAxis} />
      <YAxis {...numberAxis} tickFormatter={formatAxis} domain={[0, max ?? 'auto']} />
      <Tooltip
        {...tooltipBox}
        content={({ active, activeIndex }) => (
          <ChartTooltip
            row={active ? rows[Number(activeIndex)] : undefined}
            series={series}
            mark="bar"
            format={format}
          />
        )}
      />
      {series.map(({ key, label }, index) => (
        <Bar
          key={key}
          name={label}
          dataKey={({ values }: (typeof rows)[number]) => values[key] ?? null}
          fill={seriesColor(index)}
          {...(stacked ? { stackId: 'all' } : {})}
          radius={stacked && index < series.length - 1 ? 0 : [4, 4, 0, 0]}
          maxBarSize={48}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  )
}
