'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** The page of a record: what happens at the left, what is known at the right; on phones what is known comes second. */
export const PageColumns = chakra('div', {
  base: {
    display: 'grid',
    gap: '6',
    alignItems: 'start',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 3fr)' },
  },
})

/** Panels one below the other. */
export const PanelStack = chakra('div', { base: { display: 'grid', gap: '6', minW: '0' } })

/** What stands in a panel that has nothing to show. */
export const Nothing = chakra('p', { base: { color: 'fg.muted' } })
