'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { kindTitles } from '#src/provisioning/ui/runs/run-words.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { DateField } from '#src/ui/form/date-field.tsx'
import { Segments } from '#src/ui/form/segments.tsx'
import { SelectField } from '#src/ui/form/select-field.tsx'
import { stateGroups } from './run-query.ts'

type Filters = Readonly<Record<string, string>>
interface RunFiltersProps {
  filters: Filters
  onChange: (filters: Record<string, string>) => void
}

/** States at a click, the rest in a drawer, and the way out of them. */
export function RunFilters({ filters, onChange }: RunFiltersProps) {
  const [open, setOpen] = useState(false)
  const { state = '', ...others } = filters
  const count = Object.keys(others).length
  const withState = (next: string): Record<string, string> => ({
    ...others,
    ...(next ? { state: next } : {}),
  })
  return (
    <>
      <chakra.div overflowX="auto" maxW="100%">
        <Segments
          label="State"
          options={stateGroups}
          value={stateGroups.find(({ value }) => value === state)?.value ?? ''}
          onChange={(next) => onChange(withState(next))}
        />
      </chakra.div>
      <Button variant="outline" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ListFilter />
        {count === 0 ? 'Filter' : `Filter (${count})`}
      </Button>
      {count > 0 && (
        <Button variant="ghost" size="sm" onClick={() => onChange(state ? { state } : {})}>
          <X />
          Clear
        </Button>
      )}
      <Drawer open={open} onClose={() => setOpen(false)} title="Filter the runs">
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

type Values = { kind: string; from: string; to: string }
const kinds = Object.entries(kindTitles).map(([value, label]) => ({ value, label }))

function FilterForm({ filters, onApply }: { filters: Filters; onApply: RunFiltersProps['onChange'] }) {
  const { kind = '', from = '', to = '', ...kept } = filters
  const form = useForm<Values>({ defaultValues: { kind, from, to } })
  function apply(values: Values): void {
    const chosen = Object.entries(values).filter(([, value]) => value !== '')
    onApply({ ...kept, ...Object.fromEntries(chosen) })
  }
  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="5"
        noValidate
        onSubmit={(event) => void form.handleSubmit(apply)(event)}
      >
        <SelectField<Values> name="kind" label="What it does" options={kinds} placeholder="Anything" />
        <DateField<Values> name="from" label="From" />
        <DateField<Values> name="to" label="To" />
        <Button type="submit" justifySelf="start">
          Show
        </Button>
      </chakra.form>
    </FormProvider>
  )
}
