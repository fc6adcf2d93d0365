'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { printNumber, type ChartProps } from './chart-data.ts'

const Scroll = chakra('div', {
  base: { overflow: 'auto', maxH: '24rem', outline: '0', focusVisibleRing: 'inside' },
})
const Table = chakra('table', {
  base: { w: '100%', borderCollapse: 'collapse', textStyle: 'sm' },
})
const Head = chakra('th', {
  base: {
    py: '2',
    px: '3',
    _first: { ps: '0' },
    _last: { pe: '0' },
    color: 'fg.muted',
    textStyle: 'xs',
    fontWeight: 'medium',
    borderBottomWidth: '1px',
  },
  variants: { align: { start: { textAlign: 'start' }, end: { textAlign: 'end' } } },
})
const RowHead = chakra('th', {
  base: { py: '2', pe: '3', textAlign: 'start', fontWeight: 'normal', borderBottomWidth: '1px' },
})
const Cell = chakra('td', {
  base: {
    py: '2',
    px: '3',
    _last: { pe: '0' },
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderBottomWidth: '1px',
  },
})

type ChartTableProps = Pick<ChartProps, 'title' | 'rows' | 'series' | 'rowHeading'> & {
  format: (value: number) => string
}

/** The numbers of a chart, exactly those that are drawn. */
export function ChartTable({ title, rows, series, rowHeading, format }: ChartTableProps) {
  return (
    <Scroll tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <Table>
        <chakra.caption srOnly>{title}</chakra.caption>
        <thead>
          <tr>
            <Head scope="col" align="start">
              {rowHeading}
            </Head>
            {series.map(({ key, label }) => (
              <Head key={key} scope="col" align="end">
                {label}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <RowHead scope="row">{row.label}</RowHead>
              {series.map((each) => (
                <Cell key={each.key}>{printNumber(row, each, format)}</Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroll>
  )
}
