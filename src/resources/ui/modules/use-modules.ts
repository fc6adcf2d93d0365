'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { featureKeys } from '#src/tenancy/ui/settings/feature-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'

/** How each module stands in the workspace. */
export function useFeatures() {
  const api = useApi()
  return useQuery({ queryKey: featureKeys.all, queryFn: () => api.features.list.query() })
}

/** How much of its plan the workspace uses. */
export function usePlanUse() {
  const api = useApi()
  return useQuery({ queryKey: featureKeys.plan, queryFn: () => api.tenant.getPlan.query() })
}

/** Switching modules on and off. */
export function useModuleChanges() {
  const api = useApi()
  const cache = useQueryClient()
  const renew = async () => {
    await Promise.all(
      [featureKeys.all, featureKeys.plan].map((queryKey) => cache.invalidateQueries({ queryKey })),
    )
  }
  return {
    renew,
    /** @returns the run that does it, or null where nothing was to be done */
    change: async (name: string, enabled: boolean): Promise<string | null> => {
      const { runId } = await api.features.update.mutate({ name, enabled })
      await renew()
      return runId
    },
  }
}
