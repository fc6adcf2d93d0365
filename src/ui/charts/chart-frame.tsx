'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChartColumn, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '../format/numbers.ts'
import { hasNumbers, type ChartProps } from './chart-data.ts'
import { ChartLegend, type ChartMark } from './chart-legend.tsx'
import { ChartTable } from './chart-table.tsx'

const Figure = chakra('figure', { base: { display: 'grid', gap: '3', m: '0', minW: '0' } })
const Nothing = chakra('p', { base: { py: '10', textAlign: 'center', color: 'fg.muted' } })

/**
 * The drawing takes its type, lines and ground from the theme; the room is kept while its code is on the way. It fades in
 * as a whole: the library's own motion stops halfway where the width changes meanwhile.
 */
const Picture = chakra('div', {
  base: {
    '& .recharts-wrapper': { animation: 'fade-in' },
    h: '16rem',
    minW: '0',
    '& .recharts-wrapper, & .recharts-surface': { outline: '0' },
    '& .recharts-cartesian-axis-tick-value': {
      fill: 'fg.muted',
      fontSize: 'xs',
      fontVariantNumeric: 'tabular-nums',
    },
    '& .recharts-cartesian-grid line': { stroke: 'border' },
    '& .recharts-tooltip-cursor': { fill: 'bg.muted', stroke: 'border.emphasized' },
    '& .recharts-bar-rectangle path': { stroke: 'bg.panel' },
  },
})

interface ChartFrameProps extends ChartProps {
  mark: ChartMark
  /** the drawing, hidden from screen readers: they get the summary and the table */
  children: ReactNode
}

/** What all charts share: the sentence for who does not see them, legend, empty state, and the numbers as a table. */
export function ChartFrame({ mark, children, ...chart }: ChartFrameProps) {
  const { summary, empty, series, format = formatNumber } = chart
  const [asTable, setAsTable] = useState(false)
  if (!hasNumbers(chart)) return <Nothing>{empty}</Nothing>
  return (
    <Figure>
      <ChartLegend series={series} mark={mark} />
      {asTable ? (
        <ChartTable {...chart} format={format} />
      ) : (
        <Picture role="img" aria-label={summary}>
          {children}
        </Picture>
      )}
      <Button variant="ghost" size="sm" justifySelf="end" me="-3" onClick={() => setAsTable(!asTable)}>
        {asTable ? <ChartColumn /> : <Table2 />}
        {asTable ? 'Show as chart' : 'Show as table'}
      </Button>
    </Figure>
  )
}
