'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { LogOut, MonitorCog, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import type { ReactNode } from 'react'
import { initialsOf } from '#src/ui/format/initials.ts'
import { MenuEntry, MenuSeparator } from '#src/ui/overlay/menu-entry.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { useSignOut } from './use-sign-out.ts'

const Trigger = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: { base: '11', sm: '9' },
    borderRadius: 'full',
    bg: 'bg.muted',
    color: 'fg',
    textStyle: 'xs',
    fontWeight: 'semibold',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { bg: 'bg.emphasized' },
  },
})
const Who = chakra('div', { base: { px: '2.5', py: '2', maxW: '18rem', overflowWrap: 'anywhere' } })

interface PersonMenuProps {
  person: { fullName: string; email: string }
  /** what they are here: `Owner` */
  roleTitle: string
  /** links to pages about the person, with a separator behind them */
  children?: ReactNode
}

/** Who is signed in, the look of the screens, and the way out. */
export function PersonMenu({ person, roleTitle, children }: PersonMenuProps) {
  const { theme, setTheme } = useTheme()
  const { signOut, busy } = useSignOut()
  return (
    <Menu
      trigger={(props) => (
        <Trigger type="button" {...props} aria-label={`${person.fullName}, account`} title={person.fullName}>
          {initialsOf(person.fullName) || '•'}
        </Trigger>
      )}
    >
      <Who role="presentation">
        <chakra.p fontWeight="semibold" dir="auto">
          {person.fullName}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          {person.email}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          {roleTitle}
        </chakra.p>
      </Who>
      <MenuSeparator />
      {children}
      {modes.map(({ value, label, Icon }) => (
        <MenuEntry key={value} icon={<Icon />} onSelect={() => setTheme(value)}>
          <chakra.span flex="1">{label}</chakra.span>
          {theme === value && (
            <chakra.span color="fg.muted" textStyle="xs">
              Current
            </chakra.span>
          )}
        </MenuEntry>
      ))}
      <MenuSeparator />
      <MenuEntry icon={<LogOut />} disabled={busy} onSelect={signOut}>
        {busy ? 'Signing out' : 'Sign out'}
      </MenuEntry>
    </Menu>
  )
}

const modes = [
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
  { value: 'system', label: 'As the device', Icon: MonitorCog },
]
