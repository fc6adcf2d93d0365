'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useState } from 'react'
import { PLATFORM_CHAIN } from '#src/audit/chain-proof.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { Combobox } from '#src/ui/form/combobox.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'
import { useReferenceSearch } from '#src/ui/form/use-reference-search.ts'
import { consoleKeys } from '../console-keys.ts'

const FOUND = 8
const platform: ComboboxOption = { id: PLATFORM_CHAIN, label: 'The platform', description: 'Its own log' }

interface TenantPickerProps {
  /** undefined for all logs */
  tenantId: string | undefined
  onChange: (tenantId: string | undefined) => void
}

/** Chooses whose log is shown: that of a tenant, of the platform, or all of them. */
export function TenantPicker({ tenantId, onChange }: TenantPickerProps) {
  const id = useId()
  const api = useApi()
  const [query, setQuery] = useState<string>()
  const search = useCallback(
    async (q: string): Promise<ComboboxOption[]> => {
      const { items } = await api.admin.tenants.list.query({ q, limit: FOUND, sort: 'businessName' })
      return items.map((row) => ({ id: row.id, label: row.businessName, description: row.subdomain }))
    },
    [api],
  )
  const { options, busy, failed } = useReferenceSearch(search, query)
  const chosen = useChosen(tenantId)
  return (
    <chakra.div w={{ base: '100%', sm: '15rem' }}>
      <Combobox
        input={{ id, 'aria-label': 'Tenant', onBlur: () => undefined }}
        label="Tenant"
        placeholder="All tenants"
        options={query === undefined || query === '' ? [platform, ...options] : options}
        chosen={chosen}
        onChoose={(option) => onChange(option?.id)}
        query={query}
        onQuery={setQuery}
        note={noteOf({ busy, failed, found: options.length })}
        clearable
      />
    </chakra.div>
  )
}

/** The tenant that was chosen, by its name as soon as that is known. */
function useChosen(tenantId: string | undefined): ComboboxOption | undefined {
  const api = useApi()
  const isTenant = tenantId !== undefined && tenantId !== PLATFORM_CHAIN
  const { data } = useQuery({
    queryKey: consoleKeys.tenant(tenantId ?? ''),
    queryFn: ({ signal }) => api.admin.tenants.get.query({ tenantId: tenantId ?? '' }, { signal }),
    enabled: isTenant,
  })
  if (tenantId === undefined) return undefined
  return isTenant ? { id: tenantId, label: data?.businessName ?? 'One tenant' } : platform
}

function noteOf({ busy, failed, found }: { busy: boolean; failed: boolean; found: number }) {
  if (failed) return 'The tenants could not be searched.'
  if (busy) return 'Searching'
  return found === 0 ? 'No tenant matches.' : undefined
}
