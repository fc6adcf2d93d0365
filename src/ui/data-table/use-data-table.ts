'use client'

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ReactTable,
  type RowData,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DataColumn } from './data-column.ts'
import { orderColumns } from './table-columns.ts'
import { MAX_SORTS } from './table-sort.ts'
import type { TableViewState } from './table-state.ts'
import type { RowPicking } from './use-picked-rows.ts'

// The server sorts and pages; no row model for either is bundled.
const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
})

/** The features that a `DataTable` is built with. */
export type DataTableFeatures = typeof features

interface DataTableOptions<Row> {
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  total: number
  state: TableViewState
  onStateChange: (change: Partial<TableViewState>) => void
  picking: RowPicking
  getRowId: (row: Row) => string
}

/** A TanStack table whose rows, order and page come from the server, with the state held by the caller. */
export function useDataTable<Row extends RowData>(
  options: DataTableOptions<Row>,
): ReactTable<DataTableFeatures, Row> {
  const { columns, rows, total, state, onStateChange, picking, getRowId } = options
  const { page, limit, sort, hidden, columns: order, offers } = state

  const definitions = useMemo(() => {
    const helper = createColumnHelper<DataTableFeatures, Row>()
    return columns.map((column, index) =>
      // Only a column with an accessor can sort; the server does it, so what it returns is never compared.
      helper.accessor((row): unknown => row, {
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
        enableSorting: column.sortable ?? false,
        enableHiding: index > 0 && column.hideable !== false,
      }),
    )
  }, [columns])

  const view = useMemo(
    () => ({
      sorting: [...sort],
      pagination: { pageIndex: page - 1, pageSize: limit },
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
      columnOrder: orderColumns(
        columns.map(({ id }) => id),
        order,
      ),
    }),
    [page, limit, sort, hidden, columns, order],
  )

  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId,
    rowCount: total,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: offers.manySorts,
    maxMultiSortColCount: MAX_SORTS,
    state: { ...view, rowSelection: picking.selection },
    onRowSelectionChange: (updater) => {
      const next = typeof updater === 'function' ? updater(picking.selection) : updater
      picking.pick(Object.keys(next).filter((id) => next[id]))
    },
    onSortingChange: (updater) => {
      onStateChange({ sort: typeof updater === 'function' ? updater(view.sorting) : updater })
    },
    onPaginationChange: (updater) => {
      const next = typeof updater === 'function' ? updater(view.pagination) : updater
      onStateChange(next.pageSize === limit ? { page: next.pageIndex + 1 } : { limit: next.pageSize })
    },
    onColumnVisibilityChange: (updater) => {
      const next = typeof updater === 'function' ? updater(view.columnVisibility) : updater
      onStateChange({ hidden: columns.map((column) => column.id).filter((id) => next[id] === false) })
    },
    onColumnOrderChange: (updater) => {
      const next = typeof updater === 'function' ? updater(view.columnOrder) : updater
      const isPlain = next.every((id, index) => id === columns[index]?.id)
      onStateChange({ columns: isPlain ? [] : next.slice(1) })
    },
  })
}
