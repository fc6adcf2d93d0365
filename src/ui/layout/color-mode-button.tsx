'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'

const Square = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: { base: '11', sm: '9' },
    borderRadius: 'control',
    color: 'fg.muted',
    cursor: 'button',
    focusVisibleRing: 'outside',
    transitionProperty: 'background-color, color',
    transitionDuration: 'fast',
    _hover: { bg: 'bg.muted', color: 'fg' },
  },
})

/** Switches between light and dark. Both icons are in the page and CSS shows one, so the server need not know the mode. */
export function ColorModeButton() {
  const { resolvedTheme, setTheme } = useTheme()
  return (
    <Square
      type="button"
      aria-label="Switch between light and dark"
      title="Light or dark"
      onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
    >
      <chakra.span display="block" _dark={{ display: 'none' }}>
        <Moon size={18} aria-hidden />
      </chakra.span>
      <chakra.span display="none" _dark={{ display: 'block' }}>
        <Sun size={18} aria-hidden />
      </chakra.span>
    </Square>
  )
}
