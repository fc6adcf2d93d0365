'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** The surface of what floats in the top layer: the system's one shadow. Give it `popover="manual"` and `useFloating`. */
export const FloatSurface = chakra('div', {
  base: {
    position: 'fixed',
    inset: 'auto',
    m: '0',
    p: '1',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    bg: 'bg.raised',
    color: 'fg',
    borderWidth: '1px',
    borderRadius: 'control',
    boxShadow: 'float',
    maxW: 'calc(100vw - 1rem)',
    '&:popover-open': { animation: 'drop-in 140ms {easings.out}' },
  },
})
