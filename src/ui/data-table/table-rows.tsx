'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import type { ReactTable, Row as TableRow, RowData } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import { CheckboxInput } from '../form/choice-control.tsx'
import type { DataColumn } from './data-column.ts'
import { Body, Cell, CheckCell, RowLine, RowOpener } from './table-parts.tsx'
import type { DataTableFeatures } from './use-data-table.ts'

interface TableRowsProps<Row extends RowData> {
  table: ReactTable<DataTableFeatures, Row>
  columns: ReadonlyMap<string, DataColumn<Row>>
  selectable: boolean
  getRowLabel: (row: Row) => string
  onRowOpen: ((row: Row) => void) | undefined
  /** Position of the first row in the whole list, counted from the header, which is 1. */
  firstIndex: number
}

/** The rows of the page. */
export function TableRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const rows = props.table.getRowModel().rows
  return (
    <Body role="rowgroup">
      {rows.map((row, index) => (
        <DataRow key={row.id} row={row} rowIndex={props.firstIndex + index} {...props} />
      ))}
    </Body>
  )
}

function DataRow<Row extends RowData>(
  props: TableRowsProps<Row> & { row: TableRow<DataTableFeatures, Row>; rowIndex: number },
) {
  const { row, table, columns, selectable, getRowLabel, onRowOpen } = props
  const label = getRowLabel(row.original)

  function onRowClick(event: MouseEvent<HTMLElement>): void {
    // Links, buttons and boxes inside keep their own meaning, and marking text is no click.
    const isOwn = event.target instanceof Element && event.target.closest('a, button, input, label, select')
    if (isOwn || window.getSelection()?.toString()) return
    onRowOpen?.(row.original)
  }

  return (
    <RowLine
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={selectable ? row.getIsSelected() : undefined}
      opens={onRowOpen !== undefined}
      selectable={selectable}
      onClick={onRowOpen ? onRowClick : undefined}
    >
      {selectable && (
        <CheckCell role="cell">
          <label>
            <CheckboxInput
              type="checkbox"
              aria-label={`Select ${label}`}
              checked={row.getIsSelected()}
              // Handled as a click: only that knows whether Shift is held to take the rows between.
              onClick={row.getToggleSelectedHandler()}
              onChange={() => undefined}
            />
          </label>
        </CheckCell>
      )}
      {row.getVisibleCells().map((cell, index) => {
        const column = columns.get(cell.column.id)
        const content = <table.FlexRender cell={cell} />
        return (
          <Cell
            key={cell.id}
            role="cell"
            data-label={column?.header}
            align={column?.align}
            first={index === 0}
            hideOnPhone={column?.hideOnPhone}
          >
            {index === 0 && onRowOpen ? (
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

interface SkeletonBodyProps {
  columns: readonly { id: string; align?: 'start' | 'end' }[]
  rows: number
  selectable: boolean
}

const widths = ['70%', '45%', '60%', '35%', '55%']

/** Rows in waiting, as many and as high as the real ones. */
export function SkeletonBody({ columns, rows, selectable }: SkeletonBodyProps) {
  return (
    <Body aria-hidden>
      {Array.from({ length: rows }, (_, line) => (
        <RowLine key={line}>
          {selectable && <CheckCell />}
          {columns.map((column, index) => (
            <Cell key={column.id} first={index === 0} align={column.align}>
              <Skeleton h="4" w={widths[(line + index) % widths.length]} minW="10" display="inline-block" />
            </Cell>
          ))}
        </RowLine>
      ))}
    </Body>
  )
}
