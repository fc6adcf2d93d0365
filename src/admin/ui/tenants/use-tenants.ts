'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TableViewState } from '#src/ui/data-table/table-state.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { consoleKeys } from '../console-keys.ts'
import { toTenantSelection } from './tenant-table.ts'

/** One page of the tenants; the page before it stays until the next one is there. */
export function useTenants({ page, limit, q, filters, sort }: TableViewState) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.tenants, 'list', { page, limit, q, filters, sort }],
    queryFn: ({ signal }) =>
      api.admin.tenants.list.query(
        { ...toTenantSelection({ q, filters, sort }, new Date()), page, limit },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
}

/** Asks for the ids of all tenants that the filters leave, in the order of the list; undefined when they cannot be had. */
export function useMatchingTenants({
  q,
  filters,
  sort,
}: TableViewState): () => Promise<string[] | undefined> {
  const api = useApi()
  return async () => {
    try {
      const selection = toTenantSelection({ q, filters, sort }, new Date())
      return (await api.admin.tenants.listIds.query(selection)).ids
    } catch (thrown) {
      toast.error('The tenants could not be selected', { description: callErrorOf(thrown).message })
      return undefined
    }
  }
}
