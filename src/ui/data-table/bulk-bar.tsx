'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '../format/numbers.ts'

interface BulkBarProps {
  count: number
  /** On how many pages of the list they are, if that is known. */
  pages: number | undefined
  /** Of all pages. */
  total: number
  /** Selects all rows of all pages; without it there is no such button. */
  onSelectAll?: (() => Promise<void>) | undefined
  onClear: () => void
  /** What can be done to all of them. */
  children: ReactNode
}

const Bar = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2',
    px: '4',
    py: '2.5',
    bg: 'accent.subtle',
    borderTopRadius: 'panel',
    animation: 'fade-in',
  },
})

/** Takes the toolbar's place while rows are selected. */
export function BulkBar({ count, pages, total, onSelectAll, onClear, children }: BulkBarProps) {
  const [busy, setBusy] = useState(false)

  async function selectAll(): Promise<void> {
    setBusy(true)
    try {
      await onSelectAll?.()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Bar role="toolbar" aria-label="Selected rows">
      <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="2" flex="1" minW="32">
        <chakra.p fontWeight="medium" fontVariantNumeric="tabular-nums" role="status">
          {formatNumber(count)} selected
          {pages !== undefined && pages > 1 && ` on ${formatNumber(pages)} pages`}
        </chakra.p>
        {onSelectAll && count < total && (
          <Button variant="ghost" size="sm" color="accent.fg" loading={busy} onClick={() => void selectAll()}>
            Select all {formatNumber(total)} that match
          </Button>
        )}
      </chakra.div>
      {children}
      <Button variant="ghost" size="sm" onClick={onClear}>
        Clear
      </Button>
    </Bar>
  )
}
