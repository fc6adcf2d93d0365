'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useRef } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import type { FormValues } from '../form-values.ts'
import { countOf } from '../record-label.ts'
import type { RecordTarget } from '../record-target.ts'
import { FilterInput } from './filter-input.tsx'
import { filterableFields, toFilters, toFilterValues, type Filters } from './filter-values.ts'

/** After the last key, before the list is asked for anew. */
const PAUSE_MS = 250

interface FilterDrawerProps {
  open: boolean
  onClose: () => void
  target: RecordTarget
  filters: Filters
  onChange: (filters: Record<string, string>) => void
  /** how many records there are with these filters, when known */
  total: number | undefined
}

/** Every way to narrow a list. The list behind it follows at once; closing keeps what was chosen. */
export function FilterDrawer({ open, onClose, target, ...filters }: FilterDrawerProps) {
  const { resource } = target
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={`Filter ${resource.plural}`}
      footer={
        <chakra.div display="flex" justifyContent="space-between" gap="3">
          <Button
            variant="ghost"
            disabled={Object.keys(filters.filters).length === 0}
            onClick={() => filters.onChange({})}
          >
            Clear all
          </Button>
          <chakra.p role="status" srOnly>
            {filters.total !== undefined && countOf(resource, filters.total)}
          </chakra.p>
          <Button onClick={onClose}>
            {filters.total === undefined ? 'Show' : `Show ${countOf(resource, filters.total)}`}
          </Button>
        </chakra.div>
      }
    >
      <FilterForm target={target} {...filters} />
    </Drawer>
  )
}

function FilterForm({
  target,
  filters,
  onChange,
}: Pick<FilterDrawerProps, 'target' | 'filters' | 'onChange'>) {
  const { resource, moduleId } = target
  const form = useForm<FormValues>({ defaultValues: toFilterValues(resource, filters) })
  const applied = useRef(JSON.stringify(filters))

  useEffect(() => {
    // What was typed here comes back with the address a moment later; only a change from elsewhere is taken over.
    const current = JSON.stringify(filters)
    if (current === applied.current) return
    applied.current = current
    form.reset(toFilterValues(resource, filters))
  }, [form, resource, filters])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const next = toFilters(values)
        clearTimeout(timer)
        if (JSON.stringify(next) === applied.current) return
        timer = setTimeout(() => {
          applied.current = JSON.stringify(next)
          onChange(next)
        }, PAUSE_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [form, onChange])

  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={(event) => event.preventDefault()}>
        {filterableFields(resource).map(([name, field]) => (
          <FilterInput key={name} moduleId={moduleId} name={name} field={field} />
        ))}
      </chakra.form>
    </FormProvider>
  )
}
