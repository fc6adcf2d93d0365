'use client'

import { chakra } from '@chakra-ui/react/styled-system'

const Strip = chakra('div', {
  base: {
    display: 'flex',
    gap: '2',
    p: '3',
    overflowX: 'auto',
    scrollbarWidth: 'none',
    borderBottomWidth: '1px',
  },
})
const Choice = chakra('button', {
  base: {
    flexShrink: '0',
    minH: '11',
    px: '3.5',
    borderRadius: 'full',
    borderWidth: '1px',
    borderColor: 'border.emphasized',
    textStyle: 'sm',
    fontWeight: 'medium',
    color: 'fg.muted',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    '&[aria-pressed=true]': { bg: 'accent.muted', borderColor: 'accent.border', color: 'accent.fg' },
    '& > span': { ms: '1.5', fontVariantNumeric: 'tabular-nums', fontWeight: 'normal' },
  },
})

interface ColumnChooserProps {
  label: string
  columns: readonly { id: string; label: string }[]
  /** how many entries a column has */
  countOf: (columnId: string) => number
  chosenId: string
  onChoose: (columnId: string) => void
}

/** Which one of several columns a phone shows. */
export function ColumnChooser({ label, columns, countOf, chosenId, onChoose }: ColumnChooserProps) {
  return (
    <Strip role="group" aria-label={label}>
      {columns.map((column) => (
        <Choice
          key={column.id}
          type="button"
          aria-pressed={column.id === chosenId}
          onClick={() => onChoose(column.id)}
        >
          {column.label}
          <span>{countOf(column.id)}</span>
        </Choice>
      ))}
    </Strip>
  )
}
