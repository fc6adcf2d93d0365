'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: '7rem minmax(0, 1fr)',
    columnGap: '4',
    rowGap: '2.5',
    '& dt': { color: 'fg.muted', textStyle: 'sm' },
    '& dd': { overflowWrap: 'anywhere', whiteSpace: 'pre-line', fontVariantNumeric: 'tabular-nums' },
    '& a': {
      color: 'accent.fg',
      borderRadius: 'sm',
      focusVisibleRing: 'outside',
      textDecoration: 'underline',
    },
  },
})

/** Facts with their names; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <List>
      {facts
        .filter(([, fact]) => fact !== undefined && fact !== null && fact !== '' && fact !== false)
        .map(([label, fact]) => (
          <chakra.div key={label} display="contents">
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </chakra.div>
        ))}
    </List>
  )
}
