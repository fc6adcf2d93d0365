'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TenantDetails, UpdateTenant } from '../../tenant-settings.ts'

const KEY = ['tenant']

/** The workspace as it is stored. */
export function useTenantSettings() {
  const api = useApi()
  return useQuery({ queryKey: KEY, queryFn: () => api.tenant.get.query() })
}

/** Changes the workspace; what is shown follows at once. */
export function useTenantChanges() {
  const api = useApi()
  const cache = useQueryClient()
  return {
    refresh: () => cache.invalidateQueries({ queryKey: KEY }),
    update: async (change: UpdateTenant): Promise<TenantDetails> => {
      const stored = await api.tenant.update.mutate(change)
      cache.setQueryData(KEY, stored)
      return stored
    },
  }
}
