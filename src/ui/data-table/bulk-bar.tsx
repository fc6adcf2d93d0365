'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { formatNumber } from '../format/numbers.ts'

interface BulkBarProps {
  count: number
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
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <Bar role="toolbar" aria-label="Selected rows">
      <chakra.p fontWeight="medium" flex="1" minW="32" role="status">
        {formatNumber(count)} selected
      </chakra.p>
      {children}
      <Button variant="ghost" size="sm" onClick={onClear}>
        Clear
      </Button>
    </Bar>
  )
}
