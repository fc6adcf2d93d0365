'use client'

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../format/numbers.ts'
import type { ChartProps } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { chartBox, gridLines, labelAxis, numberAxis, tooltipBox } from './drawing-options.ts'
import { seriesColor, seriesDashes } from './series-style.ts'

/** Lines as SVG. Loaded when a page shows some: see `line-chart.tsx`. */
export function LineDrawing({ rows, series, max, ...printing }: ChartProps) {
  const { format = formatNumber, formatAxis = format } = printing
  return (
    <LineChart data={[...rows]} {...chartBox}>
      <CartesianGrid {...gridLines} />
      <XAxis {...labelAxis} padding={{ left: 12, right: 12 }} />
      <YAxis {...numberAxis} tickFormatter={formatAxis} domain={[0, max ?? 'auto']} />
      <Tooltip
        {...tooltipBox}
        content={({ active, activeIndex }) => (
          <ChartTooltip
            row={active ? rows[Number(activeIndex)] : undefined}
            series={series}
            mark="line"
            format={format}
          />
        )}
      />
      {series.map(({ key, label }, index) => (
        <Line
          key={key}
          name={label}
          dataKey={({ values }: (typeof rows)[number]) => values[key] ?? null}
          stroke={seriesColor(index)}
          strokeWidth={2}
          strokeDasharray={seriesDashes(index) ?? ''}
          // A lonely number between gaps would otherwise not be seen.
          dot={rows.length <= 31 ? { r: 2.5, fill: seriesColor(index), strokeDasharray: '' } : false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
}
