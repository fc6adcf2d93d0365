'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { ControlGroup, ControlSelect } from '../form/control.tsx'
import type { TableViewState } from './table-state.ts'

interface PhoneSortProps {
  columns: readonly { id: string; header: string; sortable?: boolean }[]
  state: TableViewState
  onStateChange: (change: Partial<TableViewState>) => void
}

/** Sorting by one column where cards have no headers to press. */
export function PhoneSort({ columns, state, onStateChange }: PhoneSortProps) {
  const sortable = columns.filter((column) => column.sortable)
  const [field] = state.sort
  if (sortable.length === 0) return null
  return (
    <chakra.label hideFrom="sm" w="100%">
      <chakra.span srOnly>Sort by</chakra.span>
      <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
        <ControlSelect
          pe="9"
          value={field ? `${field.desc ? 'desc' : 'asc'} ${field.id}` : ''}
          onChange={(event) => {
            const [order, id] = event.target.value.split(' ')
            onStateChange({ sort: id ? [{ id, desc: order === 'desc' }] : [] })
          }}
        >
          {!field && <option value="">Sort by</option>}
          {sortable.flatMap((column) => [
            <option key={`asc ${column.id}`} value={`asc ${column.id}`}>
              {column.header}, upwards
            </option>,
            <option key={`desc ${column.id}`} value={`desc ${column.id}`}>
              {column.header}, downwards
            </option>,
          ])}
        </ControlSelect>
      </ControlGroup>
    </chakra.label>
  )
}
