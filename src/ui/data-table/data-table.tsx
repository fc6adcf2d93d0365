'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { RowData } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { EmptyState } from '../feedback/empty-state.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { DataColumn } from './data-column.ts'
import { PhoneSort } from './phone-sort.tsx'
import { SortMenu } from './sort-menu.tsx'
import { TableFooter } from './table-footer.tsx'
import { TableHead } from './table-head.tsx'
import { ScrollArea, Table } from './table-parts.tsx'
import { MANY_ROWS, SkeletonBody, TableRows } from './table-rows.tsx'
import { TableSearch } from './table-search.tsx'
import { countPages, type TableViewState } from './table-state.ts'
import { useDataTable } from './use-data-table.ts'
import { useDensity } from './use-density.ts'
import { usePickedRows } from './use-picked-rows.ts'
import { useRowKeys } from './use-row-keys.ts'
import { ViewMenu } from './view-menu.tsx'

interface DataTableProps<Row extends RowData> {
  /** What the table lists, for screen readers: `Pets`. */
  label: string
  /** Keep it stable between renders. */
  columns: readonly DataColumn<Row>[]
  /** One page of rows; undefined until the first has arrived. */
  rows: readonly Row[] | undefined
  /** Of all pages. */
  total: number
  /** Usually from `useTableUrlState`. */
  state: TableViewState
  onStateChange: (change: Partial<TableViewState>) => void
  getRowId: (row: Row) => string
  /** Names a row where only its content would: "Select Biscuit". */
  getRowLabel: (row: Row) => string
  /** Another page is on its way while the old one still shows. */
  loading?: boolean
  onRowOpen?: (row: Row) => void
  /** Makes rows selectable: the buttons for what was selected. `select` chooses others instead; none ends it. */
  bulkActions?: (ids: string[], select: (ids: readonly string[]) => void) => ReactNode
  /** The ids of all rows on all pages, for a selection of them all; undefined when they could not be had, which was said. */
  listMatchingIds?: () => Promise<string[] | undefined>
  /** Placeholder of the search input; without it there is none. */
  searchLabel?: string
  /** Filters and other controls in the line above the table. */
  toolbar?: ReactNode
  /** Instead of rows when there are none: an `EmptyState`. */
  empty: ReactNode
  /** Instead of rows when the list could not be had: an `ErrorState`. */
  error?: ReactNode
}

const Box = chakra('section', {
  base: { bg: 'bg.panel', borderWidth: '1px', borderRadius: 'panel', minW: '0' },
})
const Toolbar = chakra('div', {
  base: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2', px: '4', py: '3' },
})
const noRows: readonly never[] = []

/** One page of a server's list: search, sort, columns, selection and paging, a list of cards on phones. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, total, state, onStateChange, bulkActions, onRowOpen, error } = props
  const area = useRef<HTMLDivElement>(null)
  const picking = usePickedRows(state)
  const [density, setDensity] = useDensity()
  const table = useDataTable({
    columns,
    rows: rows ?? noRows,
    total,
    state,
    onStateChange,
    picking,
    getRowId: props.getRowId,
  })
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const search = useSearchChange(onStateChange)
  useRowKeys(area, onRowOpen !== undefined)
  useEffect(() => {
    // Braces: what newer browsers return from it is no clean-up.
    area.current?.scrollTo({ top: 0 })
  }, [state.page])

  const selectable = bulkActions !== undefined
  const selected = table.getSelectedRowIds()
  const isFixed = (rows?.length ?? 0) > MANY_ROWS || columns.every(({ width }) => width !== undefined)
  const isEmpty = rows?.length === 0
  const isBeyond = isEmpty && total > 0

  async function selectAll(): Promise<void> {
    const ids = await props.listMatchingIds?.()
    if (ids) picking.pickUnseen(ids)
  }

  const beyond = (
    <EmptyState
      title="This page is empty"
      description="The list has become shorter since the address was made."
      action={
        <Button variant="outline" onClick={() => onStateChange({ page: countPages(total, state.limit) })}>
          Go to the last page
        </Button>
      }
    />
  )

  return (
    <Box aria-label={label}>
      {bulkActions && selected.length > 0 ? (
        <BulkBar
          count={selected.length}
          pages={picking.pages}
          total={total}
          onSelectAll={props.listMatchingIds && (() => selectAll())}
          onClear={() => picking.pick([])}
        >
          {bulkActions(selected, picking.pick)}
        </BulkBar>
      ) : (
        <Toolbar>
          {props.searchLabel && <TableSearch label={props.searchLabel} value={state.q} onChange={search} />}
          {props.toolbar}
          <chakra.div flex="1" hideBelow="sm" />
          {state.offers.manySorts ? (
            <SortMenu columns={columns} state={state} onStateChange={onStateChange} />
          ) : (
            <PhoneSort columns={columns} state={state} onStateChange={onStateChange} />
          )}
          <ViewMenu table={table} columns={byId} density={density} onDensityChange={setDensity} />
        </Toolbar>
      )}
      <ScrollArea
        ref={area}
        role="region"
        aria-label={`${label}, scrolls`}
        aria-busy={props.loading || !rows || undefined}
        tabIndex={0}
        data-stale={props.loading && rows ? true : undefined}
      >
        {error ?? (isBeyond ? beyond : isEmpty ? props.empty : undefined) ?? (
          <Table role="table" aria-label={label} aria-rowcount={total + 1} fixed={isFixed} density={density}>
            <TableHead table={table} columns={byId} selectable={selectable} fixed={isFixed} />
            {rows ? (
              <TableRows
                rows={table.getRowModel().rows}
                columns={byId}
                shown={table.getVisibleLeafColumns()}
                selectable={selectable}
                getRowLabel={props.getRowLabel}
                onRowOpen={onRowOpen}
                firstIndex={(state.page - 1) * state.limit + 2}
                area={area}
              />
            ) : (
              <SkeletonBody columns={columns} rows={Math.min(state.limit, 8)} selectable={selectable} />
            )}
          </Table>
        )}
      </ScrollArea>
      {!error && (!isEmpty || isBeyond) && (
        <TableFooter state={state} total={total} shown={rows?.length} onStateChange={onStateChange} />
      )}
    </Box>
  )
}

/** Stable as long as `onStateChange` is, so that the search's clock does not start over with every render. */
function useSearchChange(onStateChange: (change: Partial<TableViewState>) => void): (q: string) => void {
  return useMemo(() => (q: string) => onStateChange({ q }), [onStateChange])
}
