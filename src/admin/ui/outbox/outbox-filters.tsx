'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { mailStates, mailTemplates } from '#src/mail/mail.ts'
import { ControlGroup, ControlSelect } from '#src/ui/form/control.tsx'
import { TenantPicker } from '../audit/tenant-picker.tsx'
import { mailStateLooks, mailTitles } from './mail-words.ts'

const choices = [
  {
    name: 'state',
    label: 'State',
    any: 'Every state',
    options: mailStates.map((value) => ({ value, label: mailStateLooks[value].word })),
  },
  {
    name: 'template',
    label: 'Kind',
    any: 'Every kind',
    options: mailTemplates.map((value) => ({ value, label: mailTitles[value] })),
  },
] as const

interface OutboxFiltersProps {
  filters: Record<string, string>
  onChange: (filters: Record<string, string>) => void
}

/** Narrows the outbox by state, kind and workspace. */
export function OutboxFilters({ filters, onChange }: OutboxFiltersProps) {
  const change = (name: string, value: string | undefined) => onChange({ ...filters, [name]: value ?? '' })
  return (
    <>
      {choices.map(({ name, label, any, options }) => (
        <chakra.div key={name} w={{ base: 'calc(50% - {spacing.1})', sm: '36' }}>
          <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
            <ControlSelect
              size="sm"
              pe="8"
              aria-label={label}
              value={filters[name] ?? ''}
              onChange={({ target }) => change(name, target.value)}
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
      ))}
      <TenantPicker
        tenantId={filters['tenantId'] || undefined}
        onChange={(tenantId) => change('tenantId', tenantId)}
      />
    </>
  )
}
