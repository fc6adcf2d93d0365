'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ArrowDown, ArrowDownUp, ArrowUp } from 'lucide-react'
import { MenuCheck, MenuEntry, MenuSeparator } from '../overlay/menu-entry.tsx'
import { Menu } from '../overlay/menu.tsx'
import { cycleSort, MAX_SORTS } from './table-sort.ts'
import type { TableViewState } from './table-state.ts'

interface SortMenuProps {
  columns: readonly { id: string; header: string; sortable?: boolean }[]
  state: TableViewState
  onStateChange: (change: Partial<TableViewState>) => void
}

/** Sorting by several columns without Shift, and where cards have no headers: each press leads a column on, upwards, downwards, away. */
export function SortMenu({ columns, state, onStateChange }: SortMenuProps) {
  const { sort } = state
  const isFull = sort.length >= MAX_SORTS
  return (
    <Menu
      trigger={(props) => (
        <Button variant="outline" size="sm" {...props}>
          <ArrowDownUp />
          Sort
          {sort.length > 1 && (
            <chakra.span color="fg.muted" fontVariantNumeric="tabular-nums">
              {sort.length}
            </chakra.span>
          )}
        </Button>
      )}
    >
      {columns
        .filter((column) => column.sortable)
        .map(({ id, header }) => {
          const place = sort.findIndex((field) => field.id === id)
          const field = sort[place]
          const Arrow = field?.desc ? ArrowDown : ArrowUp
          return (
            <MenuCheck
              key={id}
              checked={field !== undefined}
              disabled={isFull && !field}
              onChange={() => onStateChange({ sort: cycleSort(sort, id) })}
            >
              <chakra.span flex="1">{header}</chakra.span>
              {field && (
                <chakra.span display="inline-flex" alignItems="center" gap="1" ps="4" color="fg.muted">
                  <Arrow size={14} aria-hidden />
                  <chakra.span srOnly>{field.desc ? 'downwards, place' : 'upwards, place'}</chakra.span>
                  {place + 1}
                </chakra.span>
              )}
            </MenuCheck>
          )
        })}
      {sort.length > 0 && (
        <>
          <MenuSeparator />
          <MenuEntry onSelect={() => onStateChange({ sort: [] })}>Do not sort</MenuEntry>
        </>
      )}
    </Menu>
  )
}
