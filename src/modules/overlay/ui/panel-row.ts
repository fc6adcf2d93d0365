'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** One line of a list that fills a panel: an icon, what it is, and what can be done with it. */
export const PanelRow = chakra('li', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '3',
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
    _icon: { color: 'fg.muted', flexShrink: '0' },
  },
})
