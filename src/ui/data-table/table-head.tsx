'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Header, ReactTable, RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { MouseEvent } from 'react'
import { CheckboxInput } from '../form/choice-control.tsx'
import type { DataColumn } from './data-column.ts'
import { Head, HeadCell, HeadRow } from './table-parts.tsx'
import type { DataTableFeatures } from './use-data-table.ts'

const SortButton = chakra('button', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '1',
    h: '8',
    mx: '-2',
    px: '2',
    borderRadius: 'md',
    color: 'inherit',
    fontWeight: 'inherit',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { color: 'fg', bg: 'bg.muted' },
  },
  variants: { sorted: { true: { color: 'fg' } } },
})

interface TableHeadProps<Row extends RowData> {
  table: ReactTable<DataTableFeatures, Row>
  columns: ReadonlyMap<string, DataColumn<Row>>
  selectable: boolean
  /** Columns are as wide as they say, not as their content. */
  fixed: boolean
}

/** Of columns that do not say their width, where all have one. */
const fallbackWidths = { first: '18rem', other: '10rem' }

/** The sticky line of headers. Sortable ones are buttons and say their direction by `aria-sort`. */
export function TableHead<Row extends RowData>({ table, columns, selectable, fixed }: TableHeadProps<Row>) {
  const some = table.getIsSomePageRowsSelected()
  const all = table.getIsAllPageRowsSelected()
  return (
    <Head role="rowgroup">
      {table.getHeaderGroups().map((group) => (
        <HeadRow key={group.id} role="row">
          {selectable && (
            <HeadCell role="columnheader" w="11" px="0">
              <chakra.label display="grid" placeItems="center" h="10" w="11" cursor="button">
                <CheckboxInput
                  type="checkbox"
                  aria-label="Select all rows of this page"
                  checked={all}
                  ref={(element: HTMLInputElement | null) => {
                    if (element) element.indeterminate = some && !all
                  }}
                  onChange={(event) => table.toggleAllPageRowsSelected(event.target.checked)}
                />
              </chakra.label>
            </HeadCell>
          )}
          {group.headers.map((header, index) => (
            <ColumnHeader
              key={header.id}
              header={header}
              column={columns.get(header.column.id)}
              fallbackWidth={fixed ? fallbackWidths[index === 0 ? 'first' : 'other'] : undefined}
            />
          ))}
        </HeadRow>
      ))}
    </Head>
  )
}

interface ColumnHeaderProps<Row extends RowData> {
  header: Header<DataTableFeatures, Row>
  column: DataColumn<Row> | undefined
  fallbackWidth: string | undefined
}

const places = ['first', 'second', 'third']

function ColumnHeader<Row extends RowData>({ header, column, fallbackWidth }: ColumnHeaderProps<Row>) {
  const { column: sortable } = header
  const sorted = sortable.getIsSorted()
  const place = sortable.getSortIndex()
  const isOneOfMany = header.getContext().table.atoms.sorting.get().length > 1
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown
  const name = column?.header

  /** With Shift the other columns keep sorting too, and a third press takes this one out again. */
  function onSort({ shiftKey }: MouseEvent): void {
    const adds = shiftKey && sortable.getCanMultiSort()
    if (adds && sorted === 'desc') sortable.clearSorting()
    else sortable.toggleSorting(sorted === 'asc', adds)
  }

  return (
    <HeadCell
      role="columnheader"
      scope="col"
      align={column?.align}
      w={column?.width ?? fallbackWidth}
      // One header alone may say it; the others say their place in words.
      aria-sort={place === 0 ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sortable.getCanSort() ? (
        <SortButton
          type="button"
          sorted={sorted !== false}
          onClick={onSort}
          title={`Sort ${sorted === 'asc' ? 'downwards' : 'upwards'}${sortable.getCanMultiSort() ? '; with Shift as well as by others' : ''}`}
        >
          {name}
          <Icon size={13} aria-hidden opacity={sorted ? 1 : 0.5} />
          {isOneOfMany && sorted && (
            <>
              <chakra.span aria-hidden fontVariantNumeric="tabular-nums">
                {place + 1}
              </chakra.span>
              <chakra.span srOnly>
                , sorted {places[place]}
                {place > 0 && (sorted === 'asc' ? ', upwards' : ', downwards')}
              </chakra.span>
            </>
          )}
        </SortButton>
      ) : (
        name
      )}
    </HeadCell>
  )
}
