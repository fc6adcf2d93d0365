'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { printNumber, type ChartRow, type ChartSeries } from './chart-data.ts'
import { SeriesMark, type ChartMark } from './chart-legend.tsx'

const Box = chakra('div', {
  base: {
    display: 'grid',
    gap: '1',
    py: '2',
    px: '3',
    bg: 'bg.raised',
    borderWidth: '1px',
    borderRadius: 'control',
    boxShadow: 'float',
    textStyle: 'sm',
  },
})
const Line = chakra('div', {
  base: { display: 'flex', alignItems: 'center', gap: '2', whiteSpace: 'nowrap' },
})

interface ChartTooltipProps {
  row: ChartRow | undefined
  series: readonly ChartSeries[]
  mark: ChartMark
  format: (value: number) => string
}

/** The numbers at the place the pointer is over. */
export function ChartTooltip({ row, series, mark, format }: ChartTooltipProps) {
  if (!row) return null
  return (
    <Box>
      <chakra.div fontWeight="medium">{row.label}</chakra.div>
      {series.map((each, index) => (
        <Line key={each.key}>
          <SeriesMark index={index} mark={mark} />
          <chakra.span color="fg.muted">{each.label}</chakra.span>
          <chakra.span ms="auto" ps="3" fontVariantNumeric="tabular-nums">
            {printNumber(row, each, format)}
          </chakra.span>
        </Line>
      ))}
    </Box>
  )
}
