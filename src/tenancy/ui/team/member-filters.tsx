'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { tenantRoles } from '#src/auth/identity.ts'
import { ControlGroup, ControlSelect } from '#src/ui/form/control.tsx'
import { roleTexts } from '../../role-texts.ts'

interface MemberFiltersProps {
  filters: Record<string, string>
  onChange: (filters: Record<string, string>) => void
}

const choices = [
  {
    name: 'role',
    label: 'Role',
    any: 'Every role',
    options: tenantRoles.map((role) => ({ value: role, label: roleTexts[role].title })),
  },
  {
    name: 'state',
    label: 'State',
    any: 'Every state',
    options: [
      { value: 'active', label: 'Active' },
      { value: 'inactive', label: 'Switched off' },
    ],
  },
]

/** Narrows the team by role and state. */
export function MemberFilters({ filters, onChange }: MemberFiltersProps) {
  return choices.map(({ name, label, any, options }) => (
    <chakra.div key={name} w={{ base: 'calc(50% - {spacing.1})', sm: '36' }}>
      <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
        <ControlSelect
          size="sm"
          pe="8"
          aria-label={label}
          value={filters[name] ?? ''}
          onChange={({ target }) => onChange({ ...filters, [name]: target.value })}
        >
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </ControlSelect>
      </ControlGroup>
    </chakra.div>
  ))
}
