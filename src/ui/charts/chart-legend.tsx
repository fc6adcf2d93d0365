'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ChartSeries } from './chart-data.ts'
import { seriesColor, seriesDashes } from './series-style.ts'

/** How a series is marked: a square of its colour, or a piece of its line. */
export type ChartMark = 'bar' | 'line'

const List = chakra('ul', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '4',
    rowGap: '1',
    color: 'fg.muted',
    textStyle: 'sm',
  },
})
const Entry = chakra('li', { base: { display: 'inline-flex', alignItems: 'center', gap: '2' } })

/** Which colour or line is which; a chart of one series needs none. */
export function ChartLegend({ series, mark }: { series: readonly ChartSeries[]; mark: ChartMark }) {
  if (series.length < 2) return null
  return (
    <List>
      {series.map(({ key, label }, index) => (
        <Entry key={key}>
          <SeriesMark index={index} mark={mark} />
          {label}
        </Entry>
      ))}
    </List>
  )
}

/** The mark of one series, beside its name. */
export function SeriesMark({ index, mark }: { index: number; mark: ChartMark }) {
  const color = seriesColor(index)
  return (
    <svg width="20" height="12" aria-hidden>
      {mark === 'bar' ? (
        <rect x="4" width="12" height="12" rx="3" fill={color} />
      ) : (
        <line x2="20" y1="6" y2="6" stroke={color} strokeWidth="2" strokeDasharray={seriesDashes(index)} />
      )}
    </svg>
  )
}
