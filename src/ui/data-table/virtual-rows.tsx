'use client'

import type { RowData } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useState, type FocusEvent } from 'react'
import { DataRow } from './data-row.tsx'
import { listRowWindows } from './row-windows.ts'
import { Body, GapRow } from './table-parts.tsx'
import type { TableRowsProps } from './table-rows.tsx'

/** In px, until rows have been measured. */
const USUAL_HEIGHT = 49
/** Rows drawn beyond either edge, so that j and k find the next one. */
const BEYOND = 8

/** The rows in view, and the room of all others. `aria-rowindex` says which they are. */
export function VirtualRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const { rows, firstIndex, area, ...look } = props
  const [focused, setFocused] = useState<number>()

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by what it returns
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: BEYOND,
    useFlushSync: false,
    rangeExtractor: (range) => {
      // The row with the focus stays: with its element the focus would be lost, and the keyboard's place with it.
      const indexes = defaultRangeExtractor(range)
      if (focused === undefined || focused >= rows.length || indexes.includes(focused)) return indexes
      return [...indexes, focused].sort((one, other) => one - other)
    },
  })

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const index = target.closest('tr')?.dataset['index']
    setFocused(index === undefined ? undefined : Number(index))
  }

  return (
    <Body role="rowgroup" onFocus={onFocus} onBlur={() => setFocused(undefined)}>
      {listRowWindows(virtualizer.getVirtualItems(), virtualizer.getTotalSize()).map((part) => {
        if ('gap' in part)
          return <GapRow key={`gap ${part.after}`} aria-hidden style={{ height: part.gap }} />
        const row = rows[part.row]
        return (
          row && (
            <DataRow
              key={row.id}
              measure={virtualizer.measureElement}
              index={part.row}
              row={row}
              selected={row.getIsSelected()}
              rowIndex={firstIndex + part.row}
              {...look}
            />
          )
        )
      })}
    </Body>
  )
}
