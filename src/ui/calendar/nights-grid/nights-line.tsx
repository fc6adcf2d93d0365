'use client'

import NextLink from 'next/link'
import { printDay, type Day } from '../calendar-day.ts'
import { paletteOf } from '../calendar-tone.ts'
import { Bar, Cell, FreeNight, RowHead } from './nights-parts.tsx'
import { listCells, type NightsCell, type NightsRow, type NightsSpan } from './nights-row.ts'
import type { useNightsChoice } from './use-nights-choice.ts'

interface NightsLineProps {
  row: NightsRow
  spans: readonly NightsSpan[]
  days: readonly Day[]
  /** the night in this row that Tab reaches */
  tabNight: Day | undefined
  choice: ReturnType<typeof useNightsChoice>
  isChoosable: boolean
  onSpanOpen: (spanId: string) => void
}

/** One row: what is stayed in, its free nights and its stays. */
export function NightsLine(props: NightsLineProps) {
  const { row, spans, days } = props
  const cells = listCells(spans, { first: days[0] ?? '', count: days.length })
  return (
    <tr>
      <RowHead scope="row" title={row.label}>
        {row.href ? <NextLink href={row.href}>{row.label}</NextLink> : row.label}
        {row.detail && <small>{row.detail}</small>}
      </RowHead>
      {cells.map((cell) =>
        cell.kind === 'free' ? (
          <Free key={cell.night} {...props} night={cell.night} />
        ) : (
          <Stay key={cell.span.id} {...props} cell={cell} />
        ),
      )}
      <Cell aria-hidden />
    </tr>
  )
}

function Free({ row, night, tabNight, choice, isChoosable }: NightsLineProps & { night: Day }) {
  const place = { rowId: row.id, night }
  const { chosen } = choice
  const isChosen = chosen?.rowId === row.id && chosen.from <= night && chosen.to > night
  return (
    <Cell onPointerEnter={() => choice.dragOver(place)}>
      <FreeNight
        type="button"
        tabIndex={night === tabNight ? 0 : -1}
        aria-label={`${row.label}, ${printDay(night, 'medium')}: free`}
        data-row={row.id}
        data-first-night={night}
        data-free
        data-choosable={isChoosable || undefined}
        data-chosen={isChosen || undefined}
        onPointerDown={(event) => choice.startDrag(event, place)}
        onClick={() => choice.confirm(place)}
      />
    </Cell>
  )
}

type StayCell = Extract<NightsCell, { kind: 'span' }>

function Stay({ row, days, cell, tabNight, choice, onSpanOpen }: NightsLineProps & { cell: StayCell }) {
  const { span, nights, isCutAtStart, isCutAtEnd } = cell
  const first = isCutAtStart ? (days[0] ?? span.from) : span.from
  const words = [span.label, span.detail].filter(Boolean).join(', ')
  const range = `${printDay(span.from, 'medium')} to ${printDay(span.to, 'medium')}`
  return (
    <Cell colSpan={nights} onPointerEnter={() => choice.dragOver({ rowId: row.id, night: first })}>
      <Bar
        type="button"
        colorPalette={paletteOf(span.tone ?? 'accent')}
        tabIndex={first === tabNight ? 0 : -1}
        aria-label={`${row.label}, ${range}: ${words}`}
        title={`${words}\n${range}`}
        data-row={row.id}
        data-first-night={first}
        data-cut-start={isCutAtStart || undefined}
        data-cut-end={isCutAtEnd || undefined}
        onClick={() => onSpanOpen(span.id)}
      >
        <span>{span.label}</span>
        {span.detail && <small>{span.detail}</small>}
      </Bar>
    </Cell>
  )
}
