'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Check } from 'lucide-react'
import NextLink from 'next/link'
import { use, type ReactNode } from 'react'
import { MenuContext } from './menu-context.ts'

const line = {
  display: 'flex',
  alignItems: 'center',
  gap: '2.5',
  w: '100%',
  minH: { base: '11', sm: '8' },
  px: '2.5',
  borderRadius: 'md',
  textAlign: 'start',
  color: 'fg',
  cursor: 'button',
  outline: '0',
  _hover: { bg: 'bg.muted' },
  _focus: { bg: 'bg.muted' },
  _focusVisible: { outline: '2px solid {colors.accent}', outlineOffset: '-2px' },
  _disabled: { color: 'fg.subtle', cursor: 'disabled', _hover: { bg: 'transparent' } },
  _icon: { boxSize: '4', flexShrink: '0', color: 'fg.muted' },
} as const
const danger = { true: { color: 'fg.error', _icon: { color: 'fg.error' } } } as const
const Line = chakra('button', { base: line, variants: { danger } })
const LinkLine = chakra(NextLink, { base: line })

interface MenuEntryProps {
  icon?: ReactNode
  onSelect: () => void
  disabled?: boolean
  /** Red, for what destroys. */
  danger?: boolean
  children: ReactNode
}

/** One action of a `Menu`. */
export function MenuEntry({
  icon,
  onSelect,
  disabled = false,
  danger: isDanger = false,
  children,
}: MenuEntryProps) {
  const { close } = use(MenuContext)
  return (
    <Line
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      danger={isDanger}
      onClick={() => {
        if (disabled) return
        close()
        onSelect()
      }}
    >
      {icon}
      {children}
    </Line>
  )
}

/** One link of a `Menu`. */
export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  const { close } = use(MenuContext)
  return (
    <LinkLine href={href} role="menuitem" tabIndex={-1} onClick={close}>
      {icon}
      {children}
    </LinkLine>
  )
}

interface MenuCheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  children: ReactNode
}

/** A switch of a `Menu`, which stays open so that several can be set. */
export function MenuCheck({ checked, onChange, disabled = false, children }: MenuCheckProps) {
  return (
    <Line
      type="button"
      role="menuitemcheckbox"
      aria-checked={checked}
      aria-disabled={disabled || undefined}
      tabIndex={-1}
      onClick={() => {
        if (!disabled) onChange(!checked)
      }}
    >
      <chakra.span boxSize="4" flexShrink="0" color="accent.fg">
        {checked && <Check size={16} strokeWidth={2.5} aria-hidden />}
      </chakra.span>
      {children}
    </Line>
  )
}

/** A hairline between groups of a `Menu`. */
export function MenuSeparator() {
  return <chakra.div role="separator" borderTopWidth="1px" my="1" mx="-1" />
}
