'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { ColorModeButton } from './color-mode-button.tsx'
import { Logo } from './logo.tsx'
import { SkipLink } from './skip-link.tsx'

const Bar = chakra('header', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '4',
    w: '100%',
    maxW: 'content',
    mx: 'auto',
    h: '16',
    px: { base: '4', md: '6' },
  },
})
const Home = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    minH: '11',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

interface SiteHeaderProps {
  /** Where the logo leads. */
  home?: string
  /** What stands instead of the logo, such as a workspace's name. */
  brand?: ReactNode
  /** Links and buttons at the end, before the colour-mode switch. */
  children?: ReactNode
}

/** Top line of the landing page, wizard and sign-in. Give the page's `<main>` the id `main`. */
export function SiteHeader({ home = '/', brand, children }: SiteHeaderProps) {
  return (
    <>
      <SkipLink />
      <Bar>
        <Home href={home}>{brand ?? <Logo />}</Home>
        <chakra.div flex="1" />
        {children}
        <ColorModeButton />
      </Bar>
    </>
  )
}
