'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Menu, X } from 'lucide-react'
import NextLink from 'next/link'
import { useCallback, useRef, useState, type ElementType } from 'react'
import { useModal } from '../overlay/use-modal.ts'
import { isCurrentEntry } from './is-current-entry.ts'
import type { NavGroup } from './nav-link.tsx'
import { NavGroups } from './side-nav.tsx'

const Bar = chakra('nav', {
  base: {
    position: 'fixed',
    zIndex: 'bar',
    insetInline: '0',
    bottom: '0',
    display: { base: 'grid', md: 'none' },
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    bg: 'bg.panel',
    color: 'fg',
    borderTopWidth: '1px',
    pb: 'env(safe-area-inset-bottom)',
  },
})
const tab = {
  display: 'grid',
  justifyItems: 'center',
  alignContent: 'center',
  gap: '0.5',
  minH: '14',
  px: '1',
  color: 'fg.muted',
  textStyle: '2xs',
  fontWeight: 'medium',
  outline: '0',
  focusVisibleRing: 'inside',
  cursor: 'button',
  _currentPage: { color: 'accent.fg' },
  _icon: { boxSize: '5' },
  '& span': { maxW: '100%', truncate: true },
} as const
const Tab = chakra('a', { base: tab })
const MoreTab = chakra('button', { base: tab })
const Sheet = chakra('dialog', {
  base: {
    position: 'fixed',
    inset: '0',
    top: 'auto',
    m: '0',
    w: '100%',
    maxW: '100%',
    maxH: '85dvh',
    bg: 'bg.panel',
    color: 'fg',
    borderTopWidth: '1px',
    borderTopRadius: '2xl',
    boxShadow: 'float',
    overflowY: 'auto',
    px: '3',
    pt: '2',
    pb: 'calc(1.5rem + env(safe-area-inset-bottom))',
    _open: { animation: 'slide-in-bottom 180ms {easings.out}' },
    _backdrop: { bg: 'rgb(7 17 19 / 0.5)' },
  },
})

interface BottomBarProps {
  groups: readonly NavGroup[]
  path: string
  ink: boolean
  LinkComponent?: ElementType
}

/** Phone navigation: the primary entries, and a sheet with everything under More. */
export function BottomBar({ groups, path, ink, LinkComponent = NextLink }: BottomBarProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  const [openOn, setOpenOn] = useState<string>()
  // Following a link changes the path, and with that the sheet is shut.
  const open = openOn === path
  const close = useCallback(() => setOpenOn(undefined), [])
  useModal(sheet, open, close)
  const entries = groups.flatMap((group) => group.entries)
  const marked = entries.filter((entry) => entry.primary)
  const tabs = (marked.length > 0 ? marked : entries).slice(0, 4)
  const tone = ink ? 'chakra-theme dark' : undefined
  return (
    <>
      <Bar
        aria-label="Quick"
        className={tone}
        {...(ink ? { bg: 'console.bg', borderColor: 'console.border' } : {})}
      >
        {tabs.map((entry) => (
          <Tab key={entry.href} asChild>
            <LinkComponent href={entry.href} aria-current={isCurrentEntry(entry, path) ? 'page' : undefined}>
              {entry.icon}
              <span>{entry.label}</span>
            </LinkComponent>
          </Tab>
        ))}
        <MoreTab type="button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpenOn(path)}>
          <Menu aria-hidden />
          <span>More</span>
        </MoreTab>
      </Bar>
      <Sheet ref={sheet} aria-label="Navigation" className={tone}>
        <chakra.button
          type="button"
          aria-label="Close navigation"
          onClick={close}
          display="grid"
          placeItems="center"
          boxSize="11"
          ms="auto"
          borderRadius="control"
          focusVisibleRing="inside"
        >
          <X size={20} aria-hidden />
        </chakra.button>
        <chakra.nav aria-label="All pages" display="grid" gap="4">
          <NavGroups groups={groups} path={path} onFollow={close} LinkComponent={LinkComponent} />
        </chakra.nav>
      </Sheet>
    </>
  )
}
