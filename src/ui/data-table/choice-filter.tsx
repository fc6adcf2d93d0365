'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { MenuCheck, MenuEntry, MenuSeparator } from '../overlay/menu-entry.tsx'
import { Menu } from '../overlay/menu.tsx'

interface ChoiceFilterProps {
  label: string
  options: readonly { value: string; label: string }[]
  /** One value, or several with commas; empty for any. */
  value: string
  onChange: (value: string) => void
  /** Several can be chosen at once. */
  many?: boolean
}

/** A filter of a table's toolbar: one or several of a few values. */
export function ChoiceFilter({ label, options, value, onChange, many = false }: ChoiceFilterProps) {
  const chosen = value.split(',').filter(Boolean)
  const names = options.filter((option) => chosen.includes(option.value)).map((option) => option.label)

  function toggle(option: string, checked: boolean): void {
    if (!many) {
      onChange(checked ? option : '')
      return
    }
    const next = options
      .map((candidate) => candidate.value)
      .filter((candidate) => (candidate === option ? checked : chosen.includes(candidate)))
    onChange(next.join(','))
  }

  return (
    <Menu
      align="start"
      trigger={(props) => (
        <Button
          variant="outline"
          size="sm"
          maxW="52"
          {...(names.length > 0
            ? { bg: 'accent.subtle', color: 'accent.fg', borderColor: 'accent.muted' }
            : {})}
          {...props}
        >
          <chakra.span truncate>
            <chakra.span srOnly>Filter by </chakra.span>
            {label}
            {names.length > 0 && `: ${names.join(', ')}`}
          </chakra.span>
          <ChevronDown />
        </Button>
      )}
    >
      {options.map((option) => (
        <MenuCheck
          key={option.value}
          checked={chosen.includes(option.value)}
          onChange={(checked) => toggle(option.value, checked)}
        >
          {option.label}
        </MenuCheck>
      ))}
      {chosen.length > 0 && (
        <>
          <MenuSeparator />
          <MenuEntry onSelect={() => onChange('')}>Any</MenuEntry>
        </>
      )}
    </Menu>
  )
}
