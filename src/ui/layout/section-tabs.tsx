'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'

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

/** Links between pages that belong together, below the title they share. One page alone needs none. */
export function SectionTabs({ label, tabs }: { label: string; tabs: readonly SectionTab[] }) {
  const path = usePathname()
  if (tabs.length < 2) return null
  return (
    <Bar aria-label={label}>
      {tabs.map((tab) => (
        <Tab key={tab.href} href={tab.href} aria-current={tab.href === path ? 'page' : undefined}>
          {tab.label}
        </Tab>
      ))}
    </Bar>
  )
}
