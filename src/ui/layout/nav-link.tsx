'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { ElementType, ReactNode } from 'react'
import { isCurrentEntry } from './is-current-entry.ts'

/** One entry of the navigation. */
export interface NavEntry {
  href: string
  label: string
  icon: ReactNode
  /** Shown at the end of the line; the exact number, shortened by the caller if need be. */
  count?: number | string | undefined
  /** Current only on exactly this path, for a page that others lie below. */
  exact?: boolean
  /** Also in the phone's bottom bar (four at most; the rest is under More). */
  primary?: boolean
}

/** Entries under one heading, usually a module. */
export interface NavGroup {
  label?: string
  entries: readonly NavEntry[]
}

const Anchor = chakra('a', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: { base: '11', md: '9' },
    px: '3',
    borderRadius: 'control',
    color: 'fg.muted',
    fontWeight: 'medium',
    outline: '0',
    focusVisibleRing: 'inside',
    transitionProperty: 'background-color, color',
    transitionDuration: 'fast',
    _hover: { bg: 'bg.muted', color: 'fg' },
    _currentPage: { bg: 'accent.muted', color: 'accent.fg' },
    _icon: { boxSize: '4.5', flexShrink: '0' },
  },
})

/** Between tablet and desktop width the navigation is a rail of icons, whatever was chosen. */
export const onRail = { base: false, md: true, lg: false }

interface NavLinkProps {
  entry: NavEntry
  path: string
  /** Icon only, with the label for screen readers and as a tooltip. */
  collapsed?: boolean
  onFollow?: () => void
  LinkComponent?: ElementType
}

/** A line of the navigation. */
export function NavLink({
  entry,
  path,
  collapsed = false,
  onFollow,
  LinkComponent = NextLink,
}: NavLinkProps) {
  return (
    <Anchor
      asChild
      title={collapsed ? entry.label : undefined}
      justifyContent={collapsed ? 'center' : { md: 'center', lg: 'flex-start' }}
    >
      <LinkComponent
        href={entry.href}
        aria-current={isCurrentEntry(entry, path) ? 'page' : undefined}
        onClick={onFollow}
      >
        {entry.icon}
        <chakra.span
          flex={collapsed ? undefined : { base: '1', md: 'none', lg: '1' }}
          minW="0"
          srOnly={collapsed || onRail}
        >
          <chakra.span display="block" truncate>
            {entry.label}
          </chakra.span>
        </chakra.span>
        {entry.count !== undefined && !collapsed && (
          <chakra.span
            textStyle="xs"
            color="fg.muted"
            fontVariantNumeric="tabular-nums"
            display={{ md: 'none', lg: 'inline' }}
          >
            {entry.count}
          </chakra.span>
        )}
      </LinkComponent>
    </Anchor>
  )
}
