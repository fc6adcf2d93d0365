'use client'

import { Button } from '@chakra-ui/react/button'
import { X } from 'lucide-react'
import { planTitles } from '#src/tenancy/plans.ts'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { plans, tenantStatuses } from '#src/tenancy/tenant.ts'
import { ChoiceFilter } from '#src/ui/data-table/choice-filter.tsx'
import { getStatusLook } from '#src/ui/feedback/status-look.ts'
import { ageChoices } from './tenant-table.ts'

interface TenantFiltersProps {
  options: SignUpOptions
  filters: Record<string, string>
  onChange: (filters: Record<string, string>) => void
}

const statusChoices = tenantStatuses.map((value) => ({ value, label: getStatusLook(value).word }))
const planChoices = plans.map((value) => ({ value, label: planTitles[value] }))

/** The ways to narrow the tenants, and the way out of all of them. */
export function TenantFilters({ options, filters, onChange }: TenantFiltersProps) {
  const choices = [
    { name: 'status', label: 'Status', options: statusChoices, many: true },
    { name: 'plan', label: 'Plan', options: planChoices, many: true },
    { name: 'industry', label: 'Industry', options: options.industries.map(toChoice), many: true },
    { name: 'module', label: 'Module', options: options.modules.map(toChoice), many: false },
    { name: 'age', label: 'Created', options: ageChoices, many: false },
  ]

  function narrow(name: string, value: string): void {
    const { [name]: _, ...others } = filters
    onChange(value === '' ? others : { ...others, [name]: value })
  }

  return (
    <>
      {choices.map(({ name, ...choice }) => (
        <ChoiceFilter
          key={name}
          {...choice}
          value={filters[name] ?? ''}
          onChange={(value) => narrow(name, value)}
        />
      ))}
      {Object.keys(filters).length > 0 && (
        <Button variant="ghost" size="sm" onClick={() => onChange({})}>
          <X />
          Clear
        </Button>
      )}
    </>
  )
}

function toChoice({ id, title }: { id: string; title: string }) {
  return { value: id, label: title }
}
