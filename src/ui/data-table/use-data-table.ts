'use client'

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ReactTable,
  type RowData,
  type RowSelectionState,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { DataColumn } from './data-column.ts'
import type { TableViewState } from './table-state.ts'

// The server sorts and pages; no row model for either is bundled.
const features = tableFeatures({
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
  getRowId: (row: Row) => string
}

/** A TanStack table whose rows, order and page come from the server, with the state held by the caller. */
export function useDataTable<Row extends RowData>(
  options: DataTableOptions<Row>,
): ReactTable<DataTableFeatures, Row> {
  const { columns, rows, total, state, onStateChange, getRowId } = options
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({})
  const { page, limit, sortBy, order, hidden } = state

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
      sorting: sortBy === undefined ? [] : [{ id: sortBy, desc: order === 'desc' }],
      pagination: { pageIndex: page - 1, pageSize: limit },
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    }),
    [page, limit, sortBy, order, hidden],
  )

  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId,
    rowCount: total,
    manualSorting: true,
    manualPagination: true,
    enableMultiSort: false,
    state: { ...view, rowSelection },
    onRowSelectionChange: setRowSelection,
    onSortingChange: (updater) => {
      const [first] = typeof updater === 'function' ? updater(view.sorting) : updater
      onStateChange({ sortBy: first?.id, order: first?.desc ? 'desc' : 'asc' })
    },
    onPaginationChange: (updater) => {
      const next = typeof updater === 'function' ? updater(view.pagination) : updater
      onStateChange(next.pageSize === limit ? { page: next.pageIndex + 1 } : { limit: next.pageSize })
    },
    onColumnVisibilityChange: (updater) => {
      const next = typeof updater === 'function' ? updater(view.columnVisibility) : updater
      onStateChange({ hidden: columns.map((column) => column.id).filter((id) => next[id] === false) })
    },
  })
}
