'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Header, ReactTable, RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
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
}

/** The sticky line of headers. Sortable ones are buttons and say their direction by `aria-sort`. */
export function TableHead<Row extends RowData>({ table, columns, selectable }: TableHeadProps<Row>) {
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
          {group.headers.map((header) => (
            <ColumnHeader key={header.id} header={header} column={columns.get(header.column.id)} />
          ))}
        </HeadRow>
      ))}
    </Head>
  )
}

interface ColumnHeaderProps<Row extends RowData> {
  header: Header<DataTableFeatures, Row>
  column: DataColumn<Row> | undefined
}

function ColumnHeader<Row extends RowData>({ header, column }: ColumnHeaderProps<Row>) {
  const sorted = header.column.getIsSorted()
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown
  const name = column?.header
  return (
    <HeadCell
      role="columnheader"
      scope="col"
      align={column?.align}
      w={column?.width}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
    >
      {header.column.getCanSort() ? (
        <SortButton
          type="button"
          sorted={sorted !== false}
          onClick={() => header.column.toggleSorting(sorted === 'asc')}
          title={sorted === 'asc' ? 'Sort downwards' : 'Sort upwards'}
        >
          {name}
          <Icon size={13} aria-hidden opacity={sorted ? 1 : 0.5} />
        </SortButton>
      ) : (
        name
      )}
    </HeadCell>
  )
}
