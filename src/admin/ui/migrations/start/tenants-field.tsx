'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { Combobox } from '#src/ui/form/combobox.tsx'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'
import { useField } from '#src/ui/form/use-field.ts'
import { useReferenceSearch } from '#src/ui/form/use-reference-search.ts'
import type { RolloutForm } from './rollout-form.ts'

const FOUND = 8

const Chosen = chakra('ul', { base: { display: 'flex', flexWrap: 'wrap', gap: '2', listStyle: 'none' } })
const Chip = chakra('li', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    ps: '2.5',
    borderRadius: 'md',
    bg: 'bg.muted',
    textStyle: 'sm',
    minW: '0',
    maxW: '100%',
  },
})
const Remove = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: { base: '11', sm: '8' },
    flexShrink: '0',
    color: 'fg.muted',
    borderRadius: 'md',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { color: 'fg' },
  },
})

/** Tenants by name, one after the other; the form holds their ids. */
export function TenantsField() {
  const api = useApi()
  const { field, frame, input } = useField<RolloutForm>({ name: 'tenantIds', label: 'Tenants that go first' })
  const [chosen, setChosen] = useState<readonly ComboboxOption[]>([])
  const [query, setQuery] = useState<string>()
  const search = useCallback(
    async (q: string): Promise<ComboboxOption[]> => {
      const { items } = await api.admin.tenants.list.query({ q, limit: FOUND, sort: 'businessName' })
      return items.map((row) => ({ id: row.id, label: row.businessName, description: row.subdomain }))
    },
    [api],
  )
  const found = useReferenceSearch(search, query)
  const options = found.options.filter(({ id }) => !chosen.some((one) => one.id === id))

  function choose(next: readonly ComboboxOption[]): void {
    setChosen(next)
    field.onChange(next.map(({ id }) => id))
  }

  return (
    <FieldFrame {...frame}>
      {chosen.length > 0 && (
        <Chosen aria-label="Chosen tenants">
          {chosen.map(({ id, label }) => (
            <Chip key={id}>
              <chakra.bdi truncate>{label}</chakra.bdi>
              <Remove
                type="button"
                aria-label={`Remove ${label}`}
                onClick={() => choose(chosen.filter((one) => one.id !== id))}
              >
                <X size={14} aria-hidden />
              </Remove>
            </Chip>
          ))}
        </Chosen>
      )}
      <Combobox
        input={input}
        label="Tenants that go first"
        placeholder="Search by name or address"
        options={options}
        chosen={undefined}
        onChoose={(option) => option && choose([...chosen, option])}
        query={query}
        onQuery={setQuery}
        note={noteOf({ ...found, left: options.length })}
      />
    </FieldFrame>
  )
}

function noteOf({ busy, failed, left }: { busy: boolean; failed: boolean; left: number }) {
  if (failed) return 'The tenants could not be searched.'
  if (busy) return 'Searching'
  return left === 0 ? 'No other tenant matches.' : undefined
}
