'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import type { Row as TableRow, RowData } from '@tanstack/react-table'
import type { RefObject } from 'react'
import { useIsPhone } from '../calendar/use-is-phone.ts'
import { DataRow, type RowLook } from './data-row.tsx'
import { Body, Cell, CheckCell, RowLine } from './table-parts.tsx'
import type { DataTableFeatures } from './use-data-table.ts'
import { VirtualRows } from './virtual-rows.tsx'

/** From here on only the rows in view are drawn. */
export const MANY_ROWS = 100

export interface TableRowsProps<Row extends RowData> extends RowLook<Row> {
  rows: readonly TableRow<DataTableFeatures, Row>[]
  /** Position of the first row in the whole list, counted from the header, which is 1. */
  firstIndex: number
  /** What scrolls. */
  area: RefObject<HTMLElement | null>
}

/** The rows of the page. Cards on phones scroll with the page, and the browser itself skips those out of view. */
export function TableRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const { rows, firstIndex, area: _area, ...look } = props
  const isPhone = useIsPhone()
  const isLong = rows.length > MANY_ROWS
  if (isLong && !isPhone) return <VirtualRows {...props} />
  return (
    <Body role="rowgroup">
      {rows.map((row, index) => (
        <DataRow
          key={row.id}
          row={row}
          selected={row.getIsSelected()}
          rowIndex={firstIndex + index}
          long={isLong}
          {...look}
        />
      ))}
    </Body>
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
