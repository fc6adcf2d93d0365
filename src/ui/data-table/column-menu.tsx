'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactTable, RowData } from '@tanstack/react-table'
import { Columns3 } from 'lucide-react'
import { MenuCheck } from '../overlay/menu-entry.tsx'
import { Menu } from '../overlay/menu.tsx'
import type { DataColumn } from './data-column.ts'
import type { DataTableFeatures } from './use-data-table.ts'

interface ColumnMenuProps<Row extends RowData> {
  table: ReactTable<DataTableFeatures, Row>
  columns: ReadonlyMap<string, DataColumn<Row>>
}

/** Which columns show. */
export function ColumnMenu<Row extends RowData>({ table, columns }: ColumnMenuProps<Row>) {
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide())
  if (hideable.length === 0) return null
  return (
    <chakra.div hideBelow="sm">
      <Menu
        trigger={(props) => (
          <Button variant="outline" size="sm" {...props}>
            <Columns3 />
            Columns
          </Button>
        )}
      >
        {hideable.map((column) => (
          <MenuCheck
            key={column.id}
            checked={column.getIsVisible()}
            onChange={(checked) => column.toggleVisibility(checked)}
          >
            {columns.get(column.id)?.header}
          </MenuCheck>
        ))}
      </Menu>
    </chakra.div>
  )
}
