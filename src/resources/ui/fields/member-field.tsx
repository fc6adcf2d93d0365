'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import type { Member } from '#src/tenancy/member.ts'
import { roleTexts } from '#src/tenancy/role-texts.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'
import { ReferenceField } from '#src/ui/form/reference-field.tsx'
import { personName, personQuery } from './use-people.ts'

interface MemberFieldProps {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean
}

const SUGGESTIONS = 8

/** A person of the team, found by typing a name or an address. Who may not see the team chooses nobody from it. */
export function MemberField(props: MemberFieldProps) {
  const may = useMay()
  const calls = usePeopleCalls()
  return may('members:list') ? <ReferenceField {...props} {...calls} /> : null
}

/** Searching and naming people, as stable functions that share the cache. */
function usePeopleCalls() {
  const api = useApi()
  const cache = useQueryClient()
  const search = useCallback(
    async (q: string): Promise<ComboboxOption[]> => {
      const { items } = await api.members.list.query({ q, state: 'active', limit: SUGGESTIONS })
      return items.map(toOption)
    },
    [api],
  )
  const resolve = useCallback(
    async (id: string): Promise<ComboboxOption | undefined> => {
      const person = await cache.query(personQuery(api, id))
      return person ? toOption(person) : { id, label: personName(person) }
    },
    [api, cache],
  )
  return { search, resolve }
}

function toOption({ id, fullName, email, role }: Member): ComboboxOption {
  return { id, label: fullName, description: `${roleTexts[role].title} · ${email}` }
}
