'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { formatNumber } from '../format/numbers.ts'
import { ControlGroup, ControlSelect } from '../form/control.tsx'
import { countPages, type TableViewState } from './table-state.ts'

const Line = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    px: '4',
    py: '2.5',
    borderTopWidth: '1px',
    color: 'fg.muted',
    textStyle: 'sm',
    fontVariantNumeric: 'tabular-nums',
  },
})

interface TableFooterProps {
  state: TableViewState
  total: number
  /** How many rows this page really has; undefined until they have arrived. */
  shown: number | undefined
  onStateChange: (change: Partial<TableViewState>) => void
}

/** Which rows these are, how many to a page, and the way to the others. */
export function TableFooter({ state, total, shown, onStateChange }: TableFooterProps) {
  const { page, limit, offers } = state
  const pages = countPages(total, limit)
  const first = (page - 1) * limit + 1
  const range = !shown ? '0' : `${formatNumber(first)}–${formatNumber(first + shown - 1)}`
  return (
    <Line>
      <chakra.p flex="1" minW="32" role="status">
        {shown === undefined ? 'Loading' : `${range} of ${formatNumber(total)}`}
      </chakra.p>
      <chakra.label display="flex" alignItems="center" gap="2">
        <chakra.span hideBelow="sm">Rows</chakra.span>
        <chakra.span srOnly hideFrom="sm">
          Rows
        </chakra.span>
        <ControlGroup end={<ChevronDown size={14} aria-hidden />}>
          <ControlSelect
            size="sm"
            w="auto"
            pe="8"
            value={limit}
            onChange={(event) => onStateChange({ limit: Number(event.target.value) })}
          >
            {offers.limits.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </ControlSelect>
        </ControlGroup>
      </chakra.label>
      <chakra.nav aria-label="Pages" display="flex" alignItems="center" gap="1">
        <Button
          variant="ghost"
          size="sm"
          px="0"
          aria-label="Previous page"
          disabled={page <= 1}
          onClick={() => onStateChange({ page: page - 1 })}
        >
          <ChevronLeft />
        </Button>
        <chakra.span whiteSpace="nowrap">
          {formatNumber(page)} / {formatNumber(pages)}
        </chakra.span>
        <Button
          variant="ghost"
          size="sm"
          px="0"
          aria-label="Next page"
          disabled={page >= pages}
          onClick={() => onStateChange({ page: page + 1 })}
        >
          <ChevronRight />
        </Button>
      </chakra.nav>
    </Line>
  )
}
