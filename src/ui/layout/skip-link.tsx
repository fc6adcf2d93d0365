'use client'

import { chakra } from '@chakra-ui/react/styled-system'

const Anchor = chakra('a', {
  base: {
    position: 'absolute',
    top: '2',
    insetInlineStart: '2',
    zIndex: 'skipNav',
    px: '4',
    py: '3',
    bg: 'accent',
    color: 'accent.contrast',
    borderRadius: 'control',
    fontWeight: 'medium',
    transform: 'translateY(-200%)',
    _focusVisible: { transform: 'none', outline: '2px solid {colors.fg}', outlineOffset: '2px' },
  },
})

/** First thing the Tab key reaches: jumps past navigation to the element with id `main`. */
export function SkipLink() {
  return <Anchor href="#main">Skip to content</Anchor>
}
