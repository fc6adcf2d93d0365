'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { ColorModeButton } from './color-mode-button.tsx'

const Bar = chakra('header', {
  base: {
    position: 'sticky',
    top: '0',
    zIndex: 'bar',
    display: 'flex',
    alignItems: 'center',
    gap: { base: '2', md: '4' },
    h: 'topBar',
    px: { base: '4', md: '8' },
    bg: 'bg',
    color: 'fg',
    borderBottomWidth: '1px',
  },
  variants: { ink: { true: { bg: 'console.bg', borderColor: 'console.border' } } },
})

interface TopBarProps {
  /** The brand, shown on phones where there is no side navigation. */
  mark: ReactNode
  search?: ReactNode
  status?: ReactNode
  person?: ReactNode
  ink: boolean
}

/** Search, live status, colour mode and person, at the head of workspace and console. */
export function TopBar({ mark, search, status, person, ink }: TopBarProps) {
  return (
    <Bar ink={ink} className={ink ? 'chakra-theme dark' : undefined}>
      <chakra.div display={{ base: 'flex', md: 'none' }} minW="0">
        {mark}
      </chakra.div>
      <chakra.div flex="1" minW="0">
        {search}
      </chakra.div>
      {status}
      <ColorModeButton />
      {person}
    </Bar>
  )
}
