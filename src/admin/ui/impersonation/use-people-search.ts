'use client'

import { useCallback } from 'react'
import { roleTexts } from '#src/tenancy/role-texts.ts'
import type { Member } from '#src/tenancy/member.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'

const FOUND = 20

type PeopleSearch = {
  search: (query: string) => Promise<readonly ComboboxOption[]>
  resolve: (id: string) => Promise<ComboboxOption | undefined>
}

/** Finds people of a tenant who can sign in, by what is typed of their name or address. */
export function usePeopleSearch(tenantId: string): PeopleSearch {
  const api = useApi()
  const search = useCallback(
    async (q: string) => {
      const { items } = await api.admin.tenants.listPeople.query({
        ...{ tenantId, state: 'active', limit: FOUND },
        ...(q ? { q } : {}),
      })
      return items.map(optionOf)
    },
    [api, tenantId],
  )
  // Whom a form begins with has been chosen before: nobody.
  const resolve = useCallback(() => Promise.resolve(undefined), [])
  return { search, resolve }
}

function optionOf({ id, fullName, email, role }: Member): ComboboxOption {
  return { id, label: fullName, description: `${email} · ${roleTexts[role].title}` }
}
