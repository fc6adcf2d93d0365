'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { DateField } from '#src/ui/form/date-field.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { useModuleAccess } from '../module-access.tsx'

type Filters = Readonly<Record<string, string>>
interface AuditFiltersProps {
  filters: Filters
  /** filters that are set elsewhere: they are not counted, and stay when the others are cleared */
  kept?: Record<string, string>
  onChange: (filters: Record<string, string>) => void
}

/** Groups of actions by how they begin. */
const groups = [
  { value: 'auth.', label: 'Signing in and out' },
  { value: 'auth.sign_in_failed', label: 'Failed sign-ins' },
  { value: 'sessions.', label: 'Sessions' },
  { value: 'api_tokens.', label: 'API tokens' },
  { value: 'members.', label: 'People of the team' },
  { value: 'invitations.', label: 'Invitations' },
  { value: 'tenants.', label: 'The workspace' },
  { value: 'runs.', label: 'Provisioning' },
  { value: 'audit.', label: 'Exports of this log' },
]

/** The way to the filters, and the way out of them. */
export function AuditFilters({ filters, kept = {}, onChange }: AuditFiltersProps) {
  const [open, setOpen] = useState(false)
  const count = Object.keys(filters).filter((name) => !(name in kept)).length
  return (
    <>
      <Button variant="outline" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ListFilter />
        {count === 0 ? 'Filter' : `Filter (${count})`}
      </Button>
      {count > 0 && (
        <Button variant="ghost" size="sm" onClick={() => onChange(kept)}>
          <X />
          Clear
        </Button>
      )}
      <Drawer open={open} onClose={() => setOpen(false)} title="Filter the log">
        <FilterForm
          filters={filters}
          onApply={(next) => {
            onChange(next)
            setOpen(false)
          }}
        />
      </Drawer>
    </>
  )
}

type Values = { action: string; resourceType: string; from: string; to: string }

function FilterForm({ filters, onApply }: { filters: Filters; onApply: AuditFiltersProps['onChange'] }) {
  const { modules } = useModuleAccess()
  const form = useForm<Values>({
    defaultValues: {
      action: filters['action'] ?? '',
      resourceType: filters['resourceType'] ?? '',
      from: filters['from'] ?? '',
      to: filters['to'] ?? '',
    },
  })
  const records = modules
    .flatMap(({ resources }) => resources)
    .map(({ name, title }) => ({ value: name, label: title }))
  function apply(values: Values): void {
    const { action: _, resourceType: __, from: ___, to: ____, ...kept } = filters
    // What one record was narrowed to says nothing about records of another kind.
    const { resourceId: _____, ...others } = kept
    const chosen = Object.entries(values).filter(([, value]) => value !== '')
    onApply({
      ...(values.resourceType === (filters['resourceType'] ?? '') ? kept : others),
      ...Object.fromEntries(chosen),
    })
  }
  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="5"
        noValidate
        onSubmit={(event) => void form.handleSubmit(apply)(event)}
      >
        <SelectField<Values> name="action" label="What happened" options={groups} placeholder="Anything" />
        <SelectField<Values> name="resourceType" label="Records" options={records} placeholder="All" />
        <DateField<Values> name="from" label="From" />
        <DateField<Values> name="to" label="To" />
        <Button type="submit" justifySelf="start">
          Show
        </Button>
      </chakra.form>
    </FormProvider>
  )
}
