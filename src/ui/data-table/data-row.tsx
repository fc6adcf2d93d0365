'use client'

import type { Column, Row as TableRow, RowData } from '@tanstack/react-table'
import { memo, type MouseEvent } from 'react'
import { CheckboxInput } from '../form/choice-control.tsx'
import type { DataColumn } from './data-column.ts'
import { Cell, CheckCell, RowLine, RowOpener } from './table-parts.tsx'
import type { DataTableFeatures } from './use-data-table.ts'

/** What all rows of a table have in common. */
export interface RowLook<Row extends RowData> {
  columns: ReadonlyMap<string, DataColumn<Row>>
  /** The columns that show, in their order. */
  shown: readonly Column<DataTableFeatures, Row>[]
  selectable: boolean
  getRowLabel: (row: Row) => string
  onRowOpen: ((row: Row) => void) | undefined
}

interface DataRowProps<Row extends RowData> extends RowLook<Row> {
  row: TableRow<DataTableFeatures, Row>
  selected: boolean
  /** Position in the whole list, counted from the header, which is 1. */
  rowIndex: number
  /** One of very many on this page. */
  long?: boolean
  /** Position on this page, for who measures it. */
  index?: number
  measure?: (line: HTMLTableRowElement | null) => void
}

function PlainDataRow<Row extends RowData>(props: DataRowProps<Row>) {
  const { row, columns, shown, selectable, selected, getRowLabel, onRowOpen, measure } = props

  function onRowClick(event: MouseEvent<HTMLElement>): void {
    // Links, buttons and boxes inside keep their own meaning, and marking text is no click.
    const isOwn = event.target instanceof Element && event.target.closest('a, button, input, label, select')
    if (isOwn || window.getSelection()?.toString()) return
    onRowOpen?.(row.original)
  }

  return (
    <RowLine
      ref={measure}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={selectable ? selected : undefined}
      data-index={props.index}
      opens={onRowOpen !== undefined}
      selectable={selectable}
      long={props.long}
      onClick={onRowOpen ? onRowClick : undefined}
    >
      {selectable && (
        <CheckCell role="cell">
          <label>
            <CheckboxInput
              type="checkbox"
              aria-label={`Select ${getRowLabel(row.original)}`}
              checked={selected}
              // Handled as a click: only that knows whether Shift is held to take the rows between.
              onClick={row.getToggleSelectedHandler()}
              onChange={() => undefined}
            />
          </label>
        </CheckCell>
      )}
      {shown.map(({ id }, index) => {
        const column = columns.get(id)
        const content = column?.cell(row.original)
        return (
          <Cell
            key={id}
            role="cell"
            data-label={column?.header}
            align={column?.align}
            first={index === 0}
            hideOnPhone={column?.hideOnPhone}
          >
            {index === 0 && onRowOpen && !column?.opensItself ? (
              <RowOpener type="button" data-row-opener onClick={() => onRowOpen(row.original)}>
                {content}
              </RowOpener>
            ) : (
              content
            )}
          </Cell>
        )
      })}
    </RowLine>
  )
}

/** One row, drawn anew only when something of it has changed: scrolling through many draws none twice. */
export const DataRow = memo(PlainDataRow) as typeof PlainDataRow
