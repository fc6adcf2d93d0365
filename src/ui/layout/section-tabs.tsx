'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

const Bar = chakra('nav', {
  base: {
    display: 'flex',
    gap: '5',
    mb: '6',
    borderBottomWidth: '1px',
    overflowX: 'auto',
    scrollbarWidth: 'none',
  },
})
const Tab = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: '0',
    minH: { base: '11', sm: '9' },
    mb: '-1px',
    borderBottomWidth: '2px',
    borderColor: 'transparent',
    color: 'fg.muted',
    fontWeight: 'medium',
    focusVisibleRing: 'inside',
    _hover: { color: 'fg' },
    _currentPage: { color: 'accent.fg', borderColor: 'accent' },
  },
})

/** One page of several that belong together. */
export interface SectionTab {
  href: string
  label: string
}

interface SectionTabsProps {
  label: string
  tabs: readonly SectionTab[]
  /** where one is, if not every tab has a path of its own */
  current?: string
}

/** Links between pages that belong together, below the title they share. One page alone needs none. */
export function SectionTabs({ label, tabs, current }: SectionTabsProps) {
  const path = usePathname()
  const here = current ?? path
  const bar = useRef<HTMLElement>(null)
  // On phones the bar is wider than the screen; the page itself must not move.
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (bar.current && tab) bar.current.scrollLeft = tab.offsetLeft - bar.current.offsetLeft - 24
  }, [here])
  if (tabs.length < 2) return null
  return (
    <Bar ref={bar} aria-label={label}>
      {tabs.map((tab) => (
        <Tab
          key={tab.href}
          href={tab.href}
          scroll={current === undefined}
          aria-current={tab.href === here ? 'page' : undefined}
        >
          {tab.label}
        </Tab>
      ))}
    </Bar>
  )
}
