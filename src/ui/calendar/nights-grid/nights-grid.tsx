'use client'

import { useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { getWeekday, listDays, type Day } from '../calendar-day.ts'
import { findCell } from './nights-keys.ts'
import { NightsHead } from './nights-head.tsx'
import { NightsLine } from './nights-line.tsx'
import { DayColumn, LabelColumn, RestColumn, Scroll, Table } from './nights-parts.tsx'
import type { NightsRow, NightsSpan } from './nights-row.ts'
import { useNightsChoice, type ChosenNights } from './use-nights-choice.ts'

interface NightsGridProps {
  /** what the grid shows, for screen readers */
  label: string
  rows: readonly NightsRow[]
  /** stays of these rows; those of other rows are not drawn */
  spans: readonly NightsSpan[]
  /** the first night on screen */
  from: Day
  /** how many nights are on screen */
  days: number
  /** today in the business's time zone */
  today: Day
  onSpanOpen: (spanId: string) => void
  /** Free nights were chosen, by click, drag or keyboard. Without it nights are only to look at. */
  onNightsChoose?: (nights: ChosenNights) => void
  /** what is shown is about to be replaced */
  isStale?: boolean
}

/**
 * Rows and nights: who stays where. Arrows walk through free nights and stays, Shift with an arrow chooses several
 * nights, Enter opens the stay or takes the nights, Escape lets go of them.
 */
export function NightsGrid(props: NightsGridProps) {
  const { rows, spans, from, days: count, today, onSpanOpen, onNightsChoose } = props
  const days = useMemo(() => listDays(from, count), [from, count])
  const table = useRef<HTMLTableElement>(null)
  const spansByRow = useMemo(() => Map.groupBy(spans, ({ rowId }) => rowId), [spans])
  const spansOf = (rowId: string) => spansByRow.get(rowId) ?? []
  const choice = useNightsChoice({ spansOf, onChoose: onNightsChoose })
  const [tabStop, setTabStop] = useState<{ rowId: string; night: Day }>()
  const stop = resolveTabStop(tabStop, rows, { from, spansOf, end: days.at(-1) ?? from })

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const { row: rowId, firstNight: night } = target.dataset
    if (rowId !== undefined && night !== undefined) setTabStop({ rowId, night })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event
    if (event.key === 'Escape') {
      choice.clear()
      return
    }
    if (!(target instanceof HTMLElement) || !table.current) return
    const next = findCell(table.current, target, event.key)
    if (!next) return
    event.preventDefault()
    const { row: rowId = '', firstNight: night = '' } = target.dataset
    const isExtending = event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    if (!isExtending) choice.clear()
    else if ('free' in target.dataset && 'free' in next.dataset)
      choice.extendBy({ rowId, night }, next.dataset['firstNight'] ?? night)
    else return
    next.focus()
  }

  return (
    <Scroll data-stale={props.isStale} onFocus={onFocus}>
      <Table ref={table} role="grid" aria-label={props.label} onKeyDown={onKeyDown}>
        <colgroup>
          <LabelColumn />
          {days.map((day) => (
            <DayColumn key={day} look={day === today ? 'today' : getWeekday(day) > 5 ? 'weekend' : 'plain'} />
          ))}
          <RestColumn />
        </colgroup>
        <NightsHead days={days} today={today} />
        <tbody>
          {rows.map((row) => (
            <NightsLine
              key={row.id}
              row={row}
              spans={spansOf(row.id)}
              days={days}
              tabNight={stop?.rowId === row.id ? stop.night : undefined}
              choice={choice}
              isChoosable={onNightsChoose !== undefined}
              onSpanOpen={onSpanOpen}
            />
          ))}
        </tbody>
      </Table>
    </Scroll>
  )
}

interface ShownNights {
  from: Day
  /** the last night on screen */
  end: Day
  spansOf: (rowId: string) => readonly NightsSpan[]
}

/** The cell that Tab reaches: the last one that had the focus if it is still there, else the first. */
function resolveTabStop(
  wanted: { rowId: string; night: Day } | undefined,
  rows: readonly NightsRow[],
  { from, end, spansOf }: ShownNights,
): { rowId: string; night: Day } | undefined {
  const isThere =
    wanted !== undefined &&
    wanted.night >= from &&
    wanted.night <= end &&
    rows.some(({ id }) => id === wanted.rowId)
  if (isThere) {
    const span = spansOf(wanted.rowId).find((one) => one.from <= wanted.night && one.to > wanted.night)
    return { rowId: wanted.rowId, night: span && span.from > from ? span.from : span ? from : wanted.night }
  }
  return rows[0] && { rowId: rows[0].id, night: from }
}
