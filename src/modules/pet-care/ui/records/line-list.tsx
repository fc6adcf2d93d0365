'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** Lines in a panel: words at the start, a number or a button at the end. */
export const LineList = chakra('ul', {
  base: {
    display: 'grid',
    gap: '3',
    listStyle: 'none',
    '& > li': { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '4' },
    '& > li > :first-of-type': { minW: '0', overflowWrap: 'anywhere' },
    '& small': { display: 'block', textStyle: 'sm', color: 'fg.muted', fontVariantNumeric: 'tabular-nums' },
    '& a': {
      fontWeight: 'medium',
      borderRadius: 'sm',
      focusVisibleRing: 'outside',
      _hover: { textDecoration: 'underline' },
    },
    '& b': { fontWeight: 'medium', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  },
})
