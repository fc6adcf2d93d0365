'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { Column, ReactTable, RowData } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { announce } from '../feedback/live-region.tsx'
import { CheckboxInput } from '../form/choice-control.tsx'
import { Segments } from '../form/segments.tsx'
import { Popover } from '../overlay/popover.tsx'
import type { DataColumn } from './data-column.ts'
import { moveColumn } from './table-columns.ts'
import type { Density } from './use-density.ts'
import type { DataTableFeatures } from './use-data-table.ts'

interface ViewMenuProps<Row extends RowData> {
  table: ReactTable<DataTableFeatures, Row>
  columns: ReadonlyMap<string, DataColumn<Row>>
  density: Density
  onDensityChange: (density: Density) => void
}

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

const Line = chakra('li', { base: { display: 'flex', alignItems: 'center', gap: '1', ps: '2.5' } })
const Name = chakra('label', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '2.5',
    flex: '1',
    minH: '9',
    pe: '6',
    cursor: 'button',
  },
})
const Move = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: '8',
    borderRadius: 'md',
    color: 'fg.muted',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.muted', color: 'fg' },
    '&[aria-disabled=true]': { color: 'fg.subtle', opacity: '0.4', cursor: 'disabled' },
  },
})

/** Which columns show, in which order, and how close the rows stand. */
export function ViewMenu<Row extends RowData>({
  table,
  columns,
  density,
  onDensityChange,
}: ViewMenuProps<Row>) {
  const ordered = table.getAllLeafColumns()
  const order = ordered.map(({ id }) => id)
  const nameOf = (id: string) => columns.get(id)?.header ?? id

  function move(id: string, by: -1 | 1): void {
    const next = moveColumn(order, id, by)
    table.setColumnOrder(next)
    announce(`${nameOf(id)} is column ${next.indexOf(id) + 1} of ${next.length}`)
  }

  return (
    <chakra.div hideBelow="sm">
      <Popover
        label="Columns and rows"
        trigger={(props) => (
          <Button variant="outline" size="sm" {...props}>
            <Columns3 />
            Columns
          </Button>
        )}
      >
        <chakra.ul listStyleType="none" minW="64" maxH="24rem" overflowY="auto" p="1" aria-label="Columns">
          {ordered.slice(1).map((column, index) => (
            <ColumnLine
              key={column.id}
              column={column}
              name={nameOf(column.id)}
              isFirst={index === 0}
              isLast={index === ordered.length - 2}
              onMove={(by) => move(column.id, by)}
            />
          ))}
        </chakra.ul>
        <chakra.div borderTopWidth="1px" mx="-1" mt="1" px="3" pt="3" pb="2">
          <Segments label="Height of rows" options={densities} value={density} onChange={onDensityChange} />
        </chakra.div>
      </Popover>
    </chakra.div>
  )
}

interface ColumnLineProps<Row extends RowData> {
  column: Column<DataTableFeatures, Row>
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
}

function ColumnLine<Row extends RowData>({ column, name, isFirst, isLast, onMove }: ColumnLineProps<Row>) {
  // Not `disabled`: a button that disables itself under the finger drops the focus.
  return (
    <Line>
      <Name>
        <CheckboxInput
          type="checkbox"
          checked={column.getIsVisible()}
          disabled={!column.getCanHide()}
          onChange={(event) => column.toggleVisibility(event.target.checked)}
        />
        {name}
      </Name>
      <Move
        type="button"
        aria-label={`Move ${name} to the front`}
        title="Move to the front"
        aria-disabled={isFirst || undefined}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size={15} aria-hidden />
      </Move>
      <Move
        type="button"
        aria-label={`Move ${name} to the back`}
        title="Move to the back"
        aria-disabled={isLast || undefined}
        onClick={() => onMove(1)}
      >
        <ArrowDown size={15} aria-hidden />
      </Move>
    </Line>
  )
}
